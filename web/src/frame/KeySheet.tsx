/** Every key that does something at this moment, from the register that runs them. */
import { Modal } from '@mantine/core';
import { useKeyGroups } from '../keys/use-keys.ts';
import { KeyHint } from '../ui/index.ts';
import classes from './KeySheet.module.css';
import { messages } from './messages.ts';

const MOD = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
const SPOKEN: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space', mod: MOD, shift: '⇧' };

/** `g q` is two in a row, `mod+z` two at once, and the space bar itself is one. */
const keysOf = (keys: string): string[] => (keys === ' ' ? [keys] : keys.split(/[ +]/));

export function KeySheet({ onClose }: { onClose: () => void }) {
  const groups = useKeyGroups();
  return (
    <Modal opened onClose={onClose} title={messages.keys.title} size="lg">
      <div className={classes['groups']}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={classes['title']}>{group.title}</h3>
            <dl className={classes['list']}>
              {group.bindings.map(({ keys, label }) => (
                <div key={keys} className={classes['row']}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyHint keys={keysOf(keys).map((key) => SPOKEN[key] ?? key)} />
                    <span className={classes['spoken']}>{keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
