/** A part of the page that scrolls by itself. It takes the focus, as nothing in it may: WCAG 2.1.1. */
import type { ComponentPropsWithRef } from 'react';

interface ScrollRegionProps extends ComponentPropsWithRef<'div'> {
  /** What a screen reader calls it. */
  label: string;
}

export function ScrollRegion({ label, ...rest }: ScrollRegionProps) {
  // The rule knows widgets only; what scrolls must be reached by the keyboard as well.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <div {...rest} tabIndex={0} role="region" aria-label={label} />;
}
