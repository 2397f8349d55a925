/** What administrators write about single sign-on. */
import type { Problem } from '../problem.ts';

export const ENTERPRISE_SSO: readonly Problem[] = [
  {
    subject: 'SSO: "invalid signature" after certificate change',
    opening:
      'we renewed the certificate of our identity provider on {date}, and since then nobody can sign in: "invalid signature". {seats} people are locked out. Please help quickly.',
    asks: 'Could you send me the address of your current metadata? I will load the new certificate right away.',
    says: 'It is the same address as before, the content is new.',
    fix: 'I loaded the new certificate from your metadata and switched on the automatic refresh. Sign-ins succeed since {time}.',
    bot: 'After a change of certificate load the metadata again: Security > Single sign-on > Refresh metadata. Administrators can still sign in with their password.',
    note: 'Automatic metadata refresh was off. P2, {seats} users.',
  },
  {
    subject: 'Azure AD groups are not mapped to roles',
    opening: 'people from our Azure AD group "BI-Editors" come in as viewers. The mapping in your settings looks right to me.',
    asks: 'Does Azure send the names of groups or their ids? By default it sends ids.',
    says: 'Ids. And in your mapping we have names.',
    fix: 'I replaced the names in the mapping by the ids you sent. After their next sign-in people have the right role.',
    bot: 'Azure AD sends group ids unless told otherwise. Enter the id of the group in Security > Single sign-on > Mapping.',
    note: 'IDs vs names. Docs page mentions it only in a footnote.',
  },
  {
    subject: 'SCIM does not remove users',
    opening: 'users that we remove in Okta stay active in your platform. New ones are created as they should. Last case: {date}.',
    asks: 'Is "deactivate users" ticked in Okta\'s provisioning settings?',
    says: 'It was not. We have ticked it now.',
    fix: 'The {small} people who were removed earlier have been deactivated by a full sync just now. I checked with one of them.',
    bot: 'Please switch on "Deactivate Users" in Okta under Provisioning > To App.',
    note: 'Okta setting. Full sync triggered.',
  },
  {
    subject: 'Endless redirect when signing in with SSO',
    opening:
      'signing in by SSO goes round in circles between our page and yours and ends with "too many redirects". It began with {version}. Chrome and Safari alike.',
    asks: 'Could you record the sign-in as a HAR file and upload it to the secure form?',
    says: 'Uploaded. It jumps between /sso/start and our ADFS.',
    fix: 'Your ADFS sends the answer to the address without "www", and {version} had become strict about it. We accept both again; I also put the right address into your configuration.',
    bot: 'Please delete the cookies for our address and try again. If it goes on, check that the reply address of your provider is the one shown under Single sign-on.',
    note: 'ACS URL mismatch, strict since {version}. Rolled back the check for this tenant.',
  },
  {
    subject: 'Enforce SSO but keep an emergency account',
    opening:
      'we want everybody to use SSO, but one emergency account should still work with a password in case our provider is down. Is this possible?',
    asks: 'Should the emergency account be limited to certain addresses?',
    says: 'Yes, to our office in {city}.',
    fix: 'It is set up: SSO for all, and one account with password and two-factor that works from your office only. Every use of it sends a mail to your administrators.',
    bot: 'Under Security > Single sign-on > Enforce you can name accounts that may still use a password.',
    note: 'Break-glass account configured with allow-list.',
  },
  {
    subject: 'New domain for SSO',
    opening:
      'after a merger {seats} people with a second mail domain shall sign in by the same identity provider. They get "domain not allowed".',
    asks: 'Please add the attached TXT record to the new domain, so that we can verify it is yours.',
    says: 'The record is in place since {time}.',
    fix: 'The domain is verified and allowed for SSO. I tested it with one of the new accounts.',
    bot: 'Domains are added and verified under Security > Domains.',
    note: 'Second domain verified.',
  },
  {
    subject: 'Names are empty for users created by SSO',
    opening: 'users who come in by SSO for the first time have no name, only the address. Looks odd in comments and mails.',
    asks: 'Which attributes does your provider send? I need the names as they appear in the assertion.',
    says: 'givenName and sn.',
    fix: 'We expected "surname". I mapped "sn" for you; names are filled in at the next sign-in.',
    bot: 'Map the attributes for first and last name under Single sign-on > Attributes.',
    note: 'Attribute mapping.',
  },
  {
    subject: 'Session length with SSO',
    opening:
      'our security policy asks for a new sign-in every eight hours. With SSO people stay signed in for days. Where can this be set?',
    asks: 'Shall it be eight hours after sign-in or eight hours without activity?',
    says: 'After sign-in, whatever people do.',
    fix: 'It is set to eight hours after sign-in. People are asked five minutes before, so that nobody loses unsaved work.',
    bot: 'The length of a session can be set under Security > Sessions.',
    note: 'Absolute session lifetime 8 h.',
  },
];
