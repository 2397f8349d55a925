/** What customers write about getting in. */
import type { Problem } from '../problem.ts';

export const LOGIN: readonly Problem[] = [
  {
    subject: 'Password reset mail does not arrive',
    opening: 'I asked for a new password {small} times but no mail arrives. It is not in the spam folder either. My address is {email}.',
    asks: 'Our log says your mail server refused the message at {time}. Can your IT check whether our sender is blocked?',
    says: 'They found it in quarantine and released our domain.',
    fix: 'Good. I have sent you a fresh link that is valid for one hour; the older ones no longer work.',
    bot: 'The mail can take up to five minutes. Please look in the spam folder for a message from no-reply@brightwell.example and ask for a new one only once, as each new link voids the one before.',
    note: "Bounce 550 quarantined by customer's gateway. Link sent again.",
  },
  {
    subject: 'Locked out after too many attempts',
    opening:
      'my account is locked after I mistyped my password. I need to get into {dashboard} for a meeting at {time}. Can you unlock it now?',
    asks: 'To make sure it is you: which e-mail address do you sign in with, and since when do you have the account?',
    says: '{email}, since I joined the company two years ago.',
    fix: 'Thank you. The lock is lifted and you can sign in straight away. Should the password not come back to you, use "Forgot password".',
    bot: 'A lock after five wrong passwords ends by itself after 15 minutes. You can end it at once with "Forgot password".',
    note: 'Identity checked, lock removed.',
  },
  {
    subject: 'New phone, no access to two-factor codes',
    opening:
      'I have a new phone, and the authenticator app no longer has the codes for your platform. The old phone is already wiped. How do I get in?',
    asks: 'Did you save the recovery codes when you set it up? Otherwise an administrator of your workspace has to confirm you.',
    says: 'No codes. Our administrator is in copy and confirms that it is me.',
    fix: 'Thank you both. I have reset two-factor authentication: at the next sign-in you will be asked to set it up anew. Please store the recovery codes this time.',
    bot: 'Use one of your recovery codes, or ask an administrator of your workspace to reset two-factor authentication under Users.',
    note: '2FA reset, confirmed by the workspace admin from a known address.',
  },
  {
    subject: 'Invitation link expired',
    opening:
      'the invitation for our new colleague has expired before she could use it. I am not an administrator, and ours is on holiday. Can you send it again?',
    asks: 'Could your administrator confirm it by mail, or is there somebody else with that role?',
    says: 'There is a second administrator, I asked her to send it.',
    fix: 'I see that the new invitation has been accepted at {time}. Welcome to your colleague!',
    bot: 'Invitations are valid for seven days. Any administrator can send a new one: Users > Invited > Send again.',
    note: 'No action on our side, second admin resent it.',
  },
  {
    subject: 'Signed out every few minutes',
    opening: 'I am signed out every ten minutes or so, in the middle of work on {dashboard}. It began on {weekday}. Very annoying.',
    asks: 'Does your company change the internet address often, for instance by VPN? The session is bound to it when "strict sessions" is on.',
    says: 'We have a new VPN since {weekday}, so yes.',
    fix: 'Your VPN changes its address every few minutes. I asked your administrator and switched "strict sessions" off for your workspace; you stay signed in now.',
    bot: 'If your internet address changes often (VPN, mobile network), an administrator can switch off Security > Strict sessions.',
    note: "VPN egress rotates. Strict sessions off with the admin's consent.",
  },
  {
    subject: 'Change of e-mail address after renaming of the company',
    opening:
      'our company has a new name and all our addresses change from {soon} on. How do {seats} people keep their accounts and dashboards?',
    asks: 'We can change the domain for everybody in one go. Do the parts before the @ stay the same?',
    says: 'Yes, only the domain changes.',
    fix: 'The addresses of all {seats} accounts are changed as of today. Dashboards, rights and history are untouched; people sign in with the new address and the old password.',
    bot: 'An administrator can change single addresses under Users. For a whole company our team does it in one step.',
    note: 'Domain changed in bulk for {seats} users after checking the new domain record.',
  },
  {
    subject: 'Cannot log in: "workspace not found"',
    opening: 'when I sign in I get "workspace not found". My colleagues have no problem. I used the address in my bookmarks as always.',
    asks: 'What is the address in your bookmark? Workspaces got new addresses in spring, and the old ones were redirected until last month.',
    says: 'It still has the old name in it. That was it, I suppose.',
    fix: 'Exactly. Please use the new address of your workspace, which you find in every mail from us. I have also restored the redirect for three months.',
    bot: 'Please check the address: every workspace has one of its own. "Find my workspace" on the sign-in page sends it to you by mail.',
    note: 'Old subdomain. Redirect restored.',
  },
  {
    subject: 'User left the company, please remove access',
    opening:
      'an employee left us today, and we want to be sure that the access is gone everywhere, API keys included. Our administrator cannot find the keys.',
    asks: 'Shall the dashboards of the account be given to somebody else? They would be hidden otherwise.',
    says: 'Please give them to me.',
    fix: 'The account is deactivated, {small} API keys are revoked, and its dashboards are yours now. A log of all sign-ins of the last 30 days is attached.',
    bot: 'An administrator can deactivate an account under Users; that revokes sessions and API keys and lets you choose who inherits the dashboards.',
    note: 'Offboarding done, keys revoked, dashboards moved.',
  },
];
