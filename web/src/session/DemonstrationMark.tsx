/** Says wherever one is in it that this is the demonstration. Where room is short it is one word shorter. */
import { useSession } from './session.ts';
import classes from './demonstration.module.css';
import { messages } from './messages.ts';

export function DemonstrationMark({ isShort = false }: { isShort?: boolean }) {
  if (useSession().workspace.kind !== 'demonstration') return null;
  return (
    <span className={classes['mark']} title={messages.demonstrationMeaning} data-demonstration>
      {isShort ? messages.demonstrationShort : messages.demonstration}
    </span>
  );
}
