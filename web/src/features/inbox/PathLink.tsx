/** A link of a notice: a path of this installation, query and all, as whoever posted it wrote it. Gone to without loading the page anew. */
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode, Ref } from 'react';

interface PathLinkProps {
  href: string;
  className?: string;
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
  /** Somebody goes. */
  onClick?: (event: MouseEvent) => void;
}

export function PathLink({ href, onClick, children, ...others }: PathLinkProps) {
  const { history } = useRouter();
  const go = (event: MouseEvent): void => {
    onClick?.(event);
    // Another tab is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(href);
  };
  return (
    <a {...others} href={href} onClick={go}>
      {children}
    </a>
  );
}
