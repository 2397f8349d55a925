/** The places that who is looking can go to. */
import { useSession } from '../session/session.ts';
import { type Place, placesFor } from './places.ts';

export const usePlaces = (): Place[] => placesFor(useSession().scopes);
