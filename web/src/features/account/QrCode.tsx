/** A QR code, dark on light in both schemes: some cameras do not read one turned round. */
import { encodeQR } from 'qr';
import { useMemo } from 'react';
import classes from './account.module.css';

const QUIET = 4; // modules of light around it, by ISO/IEC 18004

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })), [text]);
  return (
    <svg className={classes['qr']} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

function drawn(rows: boolean[][]): { size: number; path: string } {
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: dark.join('') };
}
