/** What customers write about the mobile app. */
import type { Problem } from '../problem.ts';

export const MOBILE_APP: readonly Problem[] = [
  {
    subject: 'App crashes on start since the update',
    opening: 'the app closes right after I open it since the update yesterday. Phone: {phone}. I have restarted and installed it again.',
    asks: 'Does it also happen in flight mode? That tells me whether a stored dashboard is the cause.',
    says: 'In flight mode it opens!',
    fix: 'A dashboard with an empty map made the app close. We corrected the map on our side, so the app opens again without an update.',
    bot: 'Please remove the app, restart the phone and install it again. Your data stays on the server.',
    note: 'Crash in map widget with no points. Server-side mitigation, app fix in the next build.',
  },
  {
    subject: 'No push notifications on {phone}',
    opening: 'I no longer get push notifications of alerts on my {phone}. My colleague with the same phone gets them.',
    asks: 'Could you open Settings > Notifications in the app and tell me what stands behind "Registered"?',
    says: 'It says "never".',
    fix: 'The phone had not registered since you changed it. I removed the old registration; please switch notifications off and on once. A test message should have arrived at {time}.',
    bot: "Please check that notifications are allowed in the phone's settings, and switch them off and on once in the app.",
    note: 'Stale device token removed.',
  },
  {
    subject: 'Fingerprint sign-in does not work',
    opening: 'sign-in by fingerprint stopped working, the app asks for my password every time. It is a {phone}.',
    asks: 'Did you change your password lately? The fingerprint has to be allowed anew after that.',
    says: 'Yes, on {weekday}.',
    fix: 'Then please sign in with the password once and switch on Profile > Fingerprint. It stays on until the next change of password.',
    bot: 'After a change of password the fingerprint has to be allowed anew under Profile > Fingerprint.',
    note: 'Expected behaviour. Message in the app would help.',
  },
  {
    subject: 'Charts in the app are too small to read',
    opening: 'charts with many lines cannot be read on the phone. Is there a way to see one chart on the full screen, turned sideways?',
    asks: 'Which version of the app do you have? You find it at the bottom of the profile page.',
    says: '6.2',
    fix: 'From 6.3 on a double tap opens a chart on the full screen and follows the phone when you turn it. Please update the app.',
    bot: 'A double tap on a chart opens it on the full screen.',
    note: 'Old version. Told to update.',
  },
  {
    subject: "App shows yesterday's data",
    opening:
      'the app shows the figures of yesterday although the website has those of today. Pulling down to refresh does not help. {phone}, {city}.',
    asks: 'Is "save mobile data" switched on? The app then refreshes in Wi-Fi only.',
    says: 'It was on. I did not know what it does.',
    fix: 'With it off, the app refreshes everywhere. I suggested to our developers to say on the screen how old the figures are.',
    bot: 'Under Settings > Data, "save mobile data" limits refreshing to Wi-Fi.',
    note: 'Setting. Feedback logged: show the age of data.',
  },
  {
    subject: 'Cannot open shared links in the app',
    opening:
      'links to {dashboard} that colleagues send me open in the browser instead of the app, where I have to sign in again. This used to work.',
    asks: 'Do the links begin with the old address of your workspace?',
    says: 'They begin with our new company address.',
    fix: 'The app did not know your new address yet. It is registered now; remove and install the app once, and links open in it.',
    bot: 'Please allow the app to open links: phone settings > Apps > Brightwell > Open by default.',
    note: 'Custom domain added to app links.',
  },
  {
    subject: 'Tablet: sign-in page cut off',
    opening: 'on our tablets the button of the sign-in page is below the edge and cannot be scrolled to. {small} people cannot work.',
    asks: "Is the text size set to larger in the tablet's settings?",
    says: 'Yes, to the largest.',
    fix: 'With the largest text the page did not scroll. That is corrected as of today, without an update of the app. Thank you for telling us.',
    bot: 'Please turn the tablet upright; the page then fits.',
    note: 'Accessibility bug, fixed on the server side.',
  },
  {
    subject: 'Battery drain by the app',
    opening: 'the app uses a third of my battery per day since {version}. I hardly open it. {phone}.',
    asks: 'How many dashboards are marked for offline use?',
    says: '{small}, probably by accident.',
    fix: 'Each of them was refreshed in the background. Please keep the two you need; the next version will refresh only while charging.',
    bot: 'Dashboards for offline use are refreshed in the background: Settings > Offline.',
    note: 'Background refresh, change planned.',
  },
];
