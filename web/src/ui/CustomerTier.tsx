/** What was sold to a customer (never who works on the ticket, which is the support tier). The top tiers stand out. */
import { VisuallyHidden } from '@mantine/core';
import { IconDiamond } from '@tabler/icons-react';
import { NONE, sentenceCase } from './format.ts';
import marks from './mark.module.css';
import { messages } from './messages.ts';

const TOP = new Set(['enterprise']);

export function CustomerTier({ value }: { value: string | null | undefined }) {
  if (!value) return <span className={marks['quiet']}>{NONE}</span>;
  const top = TOP.has(value.toLowerCase());
  return (
    <span className={`${marks['pill']} ${marks['tier']} ${top ? marks['top'] : ''}`}>
      {top && <IconDiamond size={12} stroke={2} aria-hidden="true" />}
      <VisuallyHidden>{messages.customerTier} </VisuallyHidden>
      {sentenceCase(value)}
    </span>
  );
}
