/** The ways by which a channel tells. */
import type { paths } from '../api/schema.d.ts';

export type ChannelName = paths['/api/v1/channels/names']['get']['responses']['200']['content']['application/json']['channels'][number];
export type ChannelKind = ChannelName['kind'];
