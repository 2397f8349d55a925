/** What says that the map is another: outages were told of, or an incident began, moved or ended. Both come by the stream; empty until both have. */
import { useIncidentList } from '../incidents/index.ts';
import { useOutagePulse } from './use-outage-map.ts';

export function useMapVersion() {
  const { data: pulse } = useOutagePulse();
  const { data: incidents } = useIncidentList({ limit: 50 });
  const stages = incidents?.incidents.map(({ id, stage, severity }) => `${id} ${stage} ${severity}`).join();
  return { pulse, version: pulse && incidents ? JSON.stringify([pulse.changedAt, pulse.outages, stages]) : '' };
}
