/** A number of the address. What is no such number stays in the field, which says so, and the address keeps what it had. */
import { useState } from 'react';
import { AmountInput, uiMessages } from '../../ui/index.ts';

interface AddressAmountProps {
  label: string;
  /** Whether the label is for readers of screens alone. */
  isBare?: boolean;
  hint?: string;
  suffix?: string;
  value: number | null;
  /** The least and most of whole numbers; any number where it is left out. */
  whole?: { readonly least: number; readonly most: number };
  error?: string | undefined;
  onChange: (amount: number | null) => void;
}

export function AddressAmount({ label, isBare, hint, suffix, value, whole, error, onChange }: AddressAmountProps) {
  const [told, setTold] = useState(value);
  const [held, setHeld] = useState(value);
  // What comes from elsewhere, as by the back button, takes the place of what is typed.
  if (told !== value) {
    setTold(value);
    setHeld(value);
  }
  const isFit = (amount: number): boolean =>
    !Number.isNaN(amount) && (!whole || (Number.isInteger(amount) && amount >= whole.least && amount <= whole.most));
  const isUnfit = whole !== undefined && held !== null && !Number.isNaN(held) && !isFit(held);
  const tell = (amount: number | null): void => {
    setTold(amount);
    onChange(amount);
  };
  return (
    <AmountInput
      {...(isBare ? { 'aria-label': label } : { label })}
      {...(hint !== undefined && { description: hint })}
      {...(suffix !== undefined && { rightSection: suffix, rightSectionPointerEvents: 'none' })}
      value={held}
      error={isUnfit ? uiMessages.wholeFrom(whole.least, whole.most) : error}
      onChange={(amount, isEmpty) => {
        const next = isEmpty && whole ? null : amount;
        setHeld(next);
        if (next === null || isFit(next)) tell(next);
      }}
    />
  );
}
