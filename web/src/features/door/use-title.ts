/** What the browser calls the page. */
import { useEffect } from 'react';
import { messages } from './messages.ts';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${messages.product}`;
  }, [title]);
}
