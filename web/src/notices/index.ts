/** What is told to people, as far as several places show it. */
export { type BrowserNotices, browserNotices, turnOffBrowserNotices, turnOnBrowserNotices } from './browser-notices.ts';
export { messages as noticeMessages, type NoticeEvent, type Severity } from './messages.ts';
export { QuietFields, USUAL_QUIET } from './QuietFields.tsx';
export { listed, quietInWords, zoneInWords } from './quiet-words.ts';
export { SNOOZES, USUAL_SNOOZE } from './snoozes.ts';
export { SeverityMark } from './SeverityMark.tsx';
