/** The page as a draft would make it, in a frame in which nothing runs and nothing leads anywhere. */
import { getNonce } from 'get-nonce';
import { ErrorState, BlockSkeleton } from '../../../ui/index.ts';
import { words } from './messages.ts';
import type { Draft } from './status-form.ts';
import own from './status-page.module.css';
import { usePreview } from './use-status-page.ts';

export function Preview({ draft }: { draft: Draft }) {
  const { data, error } = usePreview(draft);
  if (error) return <ErrorState error={error} compact />;
  if (!data) return <BlockSkeleton height={400} />;
  // The frame is held to what this page allows, so that its style is known by our nonce.
  const html = data.html.replace('<style>', `<style nonce="${getNonce() ?? ''}">`);
  return <iframe className={own['preview']} title={words.preview} sandbox="" srcDoc={html} />;
}
