/** The period in numbers, under the questions they answer. */
import type { Overview } from '../../api/client.ts';
import { messages } from './messages.ts';
import { TileCard } from './TileCard.tsx';
import { grouped } from './tile-words.ts';
import classes from './tiles.module.css';

export function Tiles({ overview: { tiles } }: { overview: Overview }) {
  return (
    <section className={classes['tiles']} aria-label={messages.tiles.label}>
      {grouped(tiles).map(
        ([group, members]) =>
          members.length > 0 && (
            <section
              key={group}
              className={classes['group']}
              style={{ gridColumn: `span ${members.length}` }}
              aria-label={messages.tiles.groups[group]}
            >
              <h2 className={classes['question']}>{messages.tiles.groups[group]}</h2>
              <div className={classes['members']} style={{ gridTemplateColumns: `repeat(${members.length}, minmax(0, 1fr))` }}>
                {members.map((tile) => (
                  <TileCard key={tile.id} tile={tile} />
                ))}
              </div>
            </section>
          ),
      )}
    </section>
  );
}
