/** What customers write while a service is down. What is said to them is much the same whatever it is. */
import type { Service } from '../../outages/outage.ts';
import type { TextKind } from '../kinds.ts';
import type { Problem } from '../problem.ts';

const down = (subject: string, opening: string): Problem => ({
  subject,
  opening,
  asks: 'Our engineers are looking into it. Can you tell me whether it fails for everybody at {org}, or for some only?',
  says: 'For everybody I have asked, yes.',
  fix: 'The service is back, and we see your requests succeed again. We are sorry for the interruption; a report of what happened follows.',
  bot: 'The status page of the platform shows current incidents. If yours is not listed there, please try again in a few minutes.',
  note: 'Looks like more than this one customer. Asked engineering.',
});

export const OUTAGE_PROBLEMS: Readonly<Record<Service, readonly Problem[]>> = {
  Identity: [
    down('Nobody in our company can sign in', 'nobody at {org} can sign in. The page accepts the password and then shows an error.'),
    down('Login page returns error 503', 'the login page answers with error 503. I have tried another browser and another network.'),
    down('Sign-in hangs and times out', 'signing in takes for ever and then times out. It worked an hour ago.'),
    down('Cannot log in: service unavailable', 'I cannot log in. It says "service unavailable", for my colleagues too.'),
    down('Is sign-in down?', 'is there an outage? We are all signed out and cannot get back in.'),
    down('Two-factor codes rejected for everybody', 'all our two-factor codes are rejected today, on every phone.'),
  ],
  Dashboards: [
    down('All dashboards are blank', 'all our dashboards are blank. {dashboard} shows the frame and nothing in it.'),
    down('Dashboards do not load', 'dashboards do not load for anybody here. The wheel turns, and that is it.'),
    down('"Something went wrong" on every page', 'every page shows "Something went wrong". Reloading does not help.'),
    down('Is there an outage? Nothing loads', 'nothing loads any more. Is there an outage we should know of?'),
    down('Platform extremely slow, pages time out', 'the platform has become extremely slow, and most pages time out.'),
    down('Error 502 when opening {dashboard}', 'opening {dashboard} gives error 502, and so do the others.'),
  ],
  'Data pipelines': [
    down('All imports are stuck', 'all our imports are stuck in "queued". {file} should have been there long ago.'),
    down('Pipelines stopped running', 'our pipelines have stopped running, without an error and without a mail.'),
    down('No fresh data since this morning', 'there is no fresh data. The last run that finished is hours old.'),
    down('Import jobs fail with internal error', 'every import job fails with "internal error" after a few seconds.'),
    down('Is data processing down?', 'is data processing down? Nothing we upload arrives.'),
    down('Runs queued and never start', 'runs are queued and never start, in all our projects.'),
  ],
  API: [
    down('API returns 503 for all requests', 'your API returns 503 for all our requests, {endpoint} first of all.'),
    down('Requests to {endpoint} time out', 'requests to {endpoint} time out. Our own systems are failing because of it.'),
    down('API down?', 'is the API down? Every call of ours fails, for example {request}.'),
    down('Error 500 on every API call', 'we get error 500 on every call, with every key.'),
    down('Integration broken, API unavailable', 'our integration is broken since the API became unavailable.'),
    down('Gateway timeout from your API', 'we see gateway timeouts from your API in all our jobs.'),
  ],
  'Mobile app': [
    down('App does not open', 'the app does not open any more on my {phone}. It closes at once.'),
    down('App crashes at start for all of us', 'the app crashes at start, for all of us, on different phones.'),
    down('Mobile app shows connection error', 'the app shows a connection error although the network is fine.'),
    down('App is down?', 'is the app down? Nobody here can use it.'),
    down('App stuck on loading screen', 'the app is stuck on the loading screen on my {phone}.'),
  ],
};

export type OutageReply = Extract<TextKind, `outage${string}`>;

/** What agents answer while it lasts: before customers were told publicly and since then, to whoever writes first and to whoever asks again. */
export const OUTAGE_REPLIES: Readonly<Record<OutageReply, readonly string[]>> = {
  outageSeen: [
    'we see the same with others, and our engineers are looking into it. I will write to you as soon as I know more.',
    'thank you for telling us. I have passed it on to our engineers, who are looking for the cause right now.',
    'I can see these failures on our side as well. Engineering is on it; there is nothing that you need to change.',
  ],
  outageSeenAgain: [
    'I am sorry that I have nothing new yet: our engineers are still looking for the cause.',
    'it is being worked on at this moment. I know that you are waiting, and will write to you the minute I know more.',
  ],
  outageKnown: [
    'this is the outage that we have announced. Our engineers are working on it, and I keep this ticket open until it works for you again.',
    'we know of it, and the cause is on our side. Our public updates are always the newest; you will hear from me once it is over.',
    'you are hit by the outage that we told of. It is being worked on, and I will write to you when it is over.',
  ],
  outageKnownAgain: [
    'our engineers are still working on it. The newest update is the one that we have published; I will write to you when it is over.',
    'it is not over yet, I am sorry. You are on my list, and I will write to you as soon as it works again.',
  ],
};
