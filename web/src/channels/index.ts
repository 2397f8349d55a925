/** Channels of the workspace, as far as several places make them. */
export { ChannelDialog } from './ChannelDialog.tsx';
