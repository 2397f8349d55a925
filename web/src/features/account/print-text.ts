/** Puts a few lines on paper, and nothing of the page around them. */
export function printText(text: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Print';
  document.body.append(frame);
  const { contentDocument: paper, contentWindow: view } = frame;
  if (!paper || !view) return;
  const lines = paper.createElement('pre');
  lines.textContent = text;
  lines.style.font = '14px/1.6 ui-monospace, monospace';
  lines.style.whiteSpace = 'pre-wrap';
  paper.body.append(lines);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
