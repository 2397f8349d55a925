/** Whether a goal keeps up: a shape and a word, so that it is told apart without colour. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconTargetArrow,
  IconTrendingUp,
  type Icon,
} from '@tabler/icons-react';
import { useTicking } from '../ui/index.ts';
import type { Goal } from '../api/client.ts';
import type { Unit } from './figure-words.ts';
import { goalSentence, PACES, type Pace } from './goal-words.ts';
import classes from './numbers.module.css';

const SHAPES: Record<Pace, Icon> = {
  ahead: IconTrendingUp,
  on_track: IconCircleCheck,
  behind: IconAlertTriangle,
  far_behind: IconAlertTriangle,
  reached: IconTargetArrow,
  missed: IconCircleX,
  unknown: IconCircleDashed,
};

export function PaceMark({ pace, word = PACES[pace].word }: { pace: Pace; word?: string }) {
  const Shape = SHAPES[pace];
  return (
    <span className={classes['pace']} data-tone={PACES[pace].tone}>
      <Shape size={14} stroke={1.8} aria-hidden="true" />
      {word}
    </span>
  );
}

/** Beside the very number that a goal is about. */
export function GoalNote({ goal, unit }: { goal: Goal; unit: Unit }) {
  const { standing } = goal;
  const sentence = useTicking((now) => (standing ? goalSentence({ ...goal, standing }, unit, now) : ''));
  return standing && <PaceMark pace={standing.pace} word={sentence} />;
}
