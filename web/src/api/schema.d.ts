/** Generated from the routes by `node start.mjs scripts/openapi.ts`; a test demands that it is current. */
export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s name */
        put: operations["renameAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser makes a passkey of */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s password; every other session ends */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; those before work no more */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm a second factor by its first code */
        put: operations["confirmSecondFactor"];
        /**
         * Begin a second factor
         * @description It counts from the first code on. The recovery codes are in this answer and never again.
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second factor away */
        post: operations["endSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions but this one */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts, the latest first
         * @description Those about tickets in sight, and about numbers that the caller may see summed up.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An alert with its moments and its tickets */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody is on it
         * @description Nobody further up is told.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a comment */
        post: operations["commentAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it is over
         * @description Where what it is about still holds, it stays silent until it no longer does.
         */
        post: operations["resolveAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let it be silent for a while
         * @description At most 90 days. Where it still holds then, it is told of again.
         */
        post: operations["snoozeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts are in force */
        get: operations["countAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when and from where, the newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the log is as it was written
         * @description Follows the chain of hashes from the first entry. `head` noted elsewhere shows later that its end was not cut off.
         */
        get: operations["checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, all of it */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The automations, in their order */
        get: operations["listAutomations"];
        put?: never;
        /** Make an automation */
        post: operations["createAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One automation */
        get: operations["getAutomation"];
        /**
         * Add a version of an automation
         * @description What waits goes on by the version it began with.
         */
        put: operations["saveAutomation"];
        post?: never;
        /** Remove an automation */
        delete: operations["removeAutomation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch an automation on or off
         * @description What happened while it was off is not made up for; what waits when it is switched off stops.
         */
        put: operations["switchAutomation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an automation came to be, the latest version first */
        get: operations["listAutomationVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an automation would have done
         * @description Decided of the tickets in sight as they were at each moment of the days before. Nothing is changed and nobody is told. Each person has one at a time: a newer one ends the one before.
         */
        post: operations["dryRunAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say in which order automations look */
        put: operations["orderAutomations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What automations did about tickets in sight, and why, the latest first
         * @description Of all, of one automation, or of one ticket. Kept for 90 days. Where conditions were not met nothing is kept; a dry run tells of it.
         */
        get: operations["listAutomationRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/sentence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An automation in plain words, before it is kept */
        post: operations["readAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Automations ready to be made one’s own */
        get: operations["listAutomationTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars */
        get: operations["listCalendars"];
        put?: never;
        /** Make a calendar */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a version of a calendar
         * @description Cycles that begin from now on keep to it; those that run go on by the version they began with.
         */
        put: operations["saveCalendar"];
        post?: never;
        /** Retire a calendar */
        delete: operations["retireCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put running cycles under the calendar as it is now
         * @description One `policy.applied` for each. With `dryRun`, which is the default, only what would change.
         */
        post: operations["applyCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a calendar, the latest first */
        get: operations["listCalendarVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read holidays out of an iCalendar file
         * @description Nothing is saved: the dates are for the `holidays` of a calendar.
         */
        post: operations["readHolidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels */
        get: operations["listChannels"];
        put?: never;
        /**
         * Add a channel
         * @description Of a webhook the answer holds the secret that it is signed with (Standard Webhooks). An address that is not of the public internet is refused.
         */
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One channel */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        /** Remove a channel */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        /**
         * Change a channel, turn it off, or on again
         * @description What waits for a channel that is turned off is given up.
         */
        patch: operations["changeChannel"];
        trace?: never;
    };
    "/api/v1/channels/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a webhook with another secret
         * @description Until `previousUntil` it is signed with both, so that nothing is refused meanwhile.
         */
        post: operations["renewChannelSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an example at once, and tell what the receiver said */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be chosen as where to tell of something */
        get: operations["listChannelNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a channel would be sent, of an example */
        post: operations["previewChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connections, and how they are */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect a system
         * @description The credentials are tried first. Its history is read from then on; `health` says how far that is.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One connection, and how it is */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /**
         * Remove a connection
         * @description Its credentials, raw payloads, cursors, maps and dead letters go; with `tickets=true` also every ticket and event that came through it. It happens from now on, and cannot be undone.
         */
        delete: operations["removeConnection"];
        options?: never;
        head?: never;
        /** Change a connection */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/api/v1/connections/{id}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be taken, and why */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read dead letters again */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/map-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Map history again by the present maps
         * @description As far back as raw payloads are kept. Events that say something else by them are replaced, and their tickets follow.
         */
        post: operations["mapConnectionAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the words of a system mean here, and those that nobody said anything about */
        get: operations["getConnectionMaps"];
        /**
         * Say what the words of a system mean here
         * @description A new version, for what comes from now on. POST /connections/{id}/map-again takes it to what came before.
         */
        put: operations["saveConnectionMaps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask nothing of the system until it is resumed */
        post: operations["pauseConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What webhooks brought last, as it came
         * @description Payloads are kept for 30 days.
         */
        get: operations["listReceived"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on where it was paused */
        post: operations["resumeConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The promises and opening hours that a system keeps, as policies and calendars here
         * @description The system is asked now. Nothing is saved.
         */
        get: operations["getConnectionRules"];
        put?: never;
        /**
         * Save what was chosen of them as policies and calendars
         * @description Each as a new one, or as a version of one that is here. Cycles that begin from now on keep to it. What cannot be saved says why, and the rest is.
         */
        post: operations["takeOverRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a system says of its promises, ticket by ticket, beside the clocks here
         * @description The last changed first. Theirs is for reference and in no figure. A page may hold fewer than asked for, and lead on.
         */
        get: operations["listConnectionVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what the webhooks of a connection are signed with
         * @description It is in this answer and never again. The one before works for a day more.
         */
        put: operations["changeWebhookSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be connected */
        get: operations["listSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a system once with these credentials, and keep nothing
         * @description Refused with the field that is wrong, and with what the system said.
         */
        post: operations["tryConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/webhook-mapping/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mapping to begin with, from a payload */
        post: operations["draftWebhookMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/webhook-mapping/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a mapping makes of payloads
         * @description The samples are taken one after the other, so that of states of a ticket the second shows what changed. Nothing is kept.
         */
        post: operations["previewWebhookMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/webhook-mapping/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events that a mapping may make, and their fields */
        get: operations["listMappedTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a customer everywhere
         * @description Their words, what was written to them, and their contact data go for good; events and numbers stay under the id. What arrives later of the time before stays erased.
         */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept of a customer, as a JSON file */
        get: operations["exportCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard dashboards, one’s own, and those that are shared */
        get: operations["listDashboards"];
        put?: never;
        /**
         * Make a dashboard
         * @description Every question is checked as a query is; what is wrong is named by its tile and field.
         */
        post: operations["createDashboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dashboard */
        get: operations["getDashboard"];
        /** Add a version of one’s own dashboard */
        put: operations["saveDashboard"];
        post?: never;
        /** Delete one’s own dashboard */
        delete: operations["deleteDashboard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboards/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an old version the newest
         * @description Also of one that was deleted, which is there again.
         */
        post: operations["restoreDashboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboards/{id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show one’s own dashboard to everybody, or no longer */
        put: operations["shareDashboard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboards/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a dashboard, the latest first
         * @description A standard one has none.
         */
        get: operations["listDashboardVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dimensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what metrics can be divided */
        get: operations["listDimensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agents */
        get: operations["list_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the agents */
        get: operations["get_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers */
        get: operations["list_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the customers */
        get: operations["get_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List organisations */
        get: operations["list_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the organisations */
        get: operations["get_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sites */
        get: operations["list_sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the sites */
        get: operations["get_sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List teams */
        get: operations["list_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the teams */
        get: operations["get_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalations of a stretch of days: how many, how satisfied, how long
         * @description Figures of the catalogue under the words of `metrics`, in whole and day by day in the zone of the workspace.
         */
        post: operations["escalationAnalytics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a batch of events
         * @description Answers 200 with one outcome for each event, in order, whatever the mixture. What is accepted or parked is durable.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own, and those that are shared */
        get: operations["listExplorations"];
        put?: never;
        /**
         * Keep a question
         * @description It is checked as a query is.
         */
        post: operations["createExploration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explorations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An exploration */
        get: operations["getExploration"];
        /** Replace one’s own exploration */
        put: operations["saveExploration"];
        post?: never;
        /** Delete one’s own exploration */
        delete: operations["deleteExploration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explorations/{id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show one’s own exploration to everybody, or no longer */
        put: operations["shareExploration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes along with satisfaction
         * @description A regression of the CSAT scores given in the period on what their tickets went through, each driver with the others as they are. It says what goes along with what, and not what causes it. Few answers, and those of few people, give none.
         */
        get: operations["getFeedbackDrivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Low answers of the period, and whether somebody followed up
         * @description The newest 200 that the viewer may see one by one: those that can still be in time, the overdue, and those that were followed up.
         */
        get: operations["getFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the workspace is */
        get: operations["getFirstSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say what the server cannot know, or put the steps away */
        patch: operations["noteFirstStep"];
        trace?: never;
    };
    "/api/v1/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The goals whose numbers the caller may see, with how they stand
         * @description Those that end soonest first, then the closed ones.
         */
        get: operations["listGoals"];
        put?: never;
        /**
         * Set a goal
         * @description A baseline `from: facts` is measured over the window before the first day. Managers and administrators set any goal, leads those of their teams and of the people in them.
         */
        post: operations["createGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A goal with its course and where it leads */
        get: operations["getGoal"];
        /** Add a version of a goal */
        put: operations["saveGoal"];
        post?: never;
        /** Delete a goal that should never have been set */
        delete: operations["deleteGoal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how a goal ended
         * @description What is measured at this moment is kept with it.
         */
        post: operations["closeGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed goal again */
        post: operations["reopenGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a goal came to be, the latest version first */
        get: operations["listGoalVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything works */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far back the past has come in */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hooks, newest first */
        get: operations["listHooks"];
        put?: never;
        /**
         * Be called when something happens
         * @description By a POST of a flat record with a permanent `id`, signed as Standard Webhooks says with the `secret` of this answer. Whoever answers 410 is called no more, as is whose key was revoked or who does not see all tickets any more.
         */
        post: operations["createHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Be called no more
         * @description By whoever left the hook, or who may write rules.
         */
        delete: operations["removeHook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, the newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Announce a file
         * @description A CSV, plain or gzip. Its bytes follow in parts; they are kept for a day, or until they are imported.
         */
        post: operations["announceImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: its state, its progress, its account */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Remove its file
         * @description What came in stays. One that never ran leaves the list as well.
         */
        delete: operations["removeImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End it where it is
         * @description What came in stays.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a part of the file
         * @description As application/octet-stream, at most 8 MB at a time. `offset` is the `received` of the answer before; after a lost connection that of the import.
         */
        put: operations["sendImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/detection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the file is, and a mapping to begin with
         * @description From its beginning alone. What is given is taken as said; the rest is found out.
         */
        get: operations["detectImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its mapping, as the file that the command line takes */
        get: operations["exportImportMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a mapping makes of the first rows
         * @description The events as they would be sent, and the rows that would not be taken, with the reasons. Nothing is written.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that were not taken, as CSV: line, reason, row */
        get: operations["exportImportRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import it, or go on
         * @description In the background. Doing it again, or going on after it was stopped, brings nothing in twice. Without a mapping it goes on with the one it had.
         */
        post: operations["runImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller was told, newest first
         * @description On the stream it is the question `inbox`.
         */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read, or as unread again */
        post: operations["markInboxRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents: the open ones first, then what waits for a review */
        get: operations["listIncidents"];
        put?: never;
        /** Declare an incident, or propose one */
        post: operations["openIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An incident with its timeline */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an action item, or change it */
        post: operations["setIncidentAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what it is about and what it affects */
        post: operations["describeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick an item of a checklist, or a step up */
        post: operations["tickIncidentItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up one that was proposed */
        post: operations["declareProposedIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is none */
        post: operations["dismissIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could be told of it, filled from the incident */
        get: operations["draftIncidentUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add to the timeline */
        post: operations["noteOnIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write its review */
        post: operations["writeIncidentReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/review/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the review is complete */
        post: operations["completeIncidentReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody a role, or take it away */
        post: operations["assignIncidentRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/severity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say anew what is hit; the severity follows */
        post: operations["reassessIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Investigating, identified, monitoring, resolved, closed */
        post: operations["moveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets in sight that belong to it */
        get: operations["listIncidentTickets"];
        put?: never;
        /** Say that tickets belong to it, or no longer do */
        post: operations["linkIncidentTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell customers, or the inside */
        post: operations["postIncidentUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/anti-patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Habits that make incidents worse, each with the incidents that show it */
        get: operations["listIncidentAntiPatterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are open */
        get: operations["countIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is promised of incidents */
        get: operations["getIncidentPolicy"];
        /** Promise something else of incidents that are declared from now on */
        put: operations["saveIncidentPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is for, for whoever holds its link */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation with a new account, and sign in */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation with the account that is signed in */
        post: operations["joinByInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The secret is in this answer and never again.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an API key another secret
         * @description The secret is in this answer and never again. The one before works for `overlapSeconds` more, so that no program stands still; until then the key is renewed again only with 0, which ends all secrets before at once.
         */
        post: operations["renewKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of letters */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description At once. A refusal of the mail server is answered in its own words.
         */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to the workspace, and who is invited */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody out of the workspace */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Change what somebody is in the workspace */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/members/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link that sets another password for somebody */
        post: operations["makeResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every metric there is */
        get: operations["listMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link in a message is for */
        get: operations["getNoticeLink"];
        put?: never;
        /** Do what a link in a message is for */
        post: operations["followNoticeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Want no more notices by mail (RFC 8058) */
        post: operations["unsubscribeFromNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why did this (not) reach whom?
         * @description One line for each notice, each of whom it was for, and each way, the newest first. Who may not change rules sees their own.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller wants to be told, how and when */
        get: operations["getNotificationPreferences"];
        /**
         * Say what one wants to be told, how and when
         * @description Quiet hours, shifts and the digest hold back mail, and not the inbox. They do not hold back what somebody has to do something about at once: what fired or escalated about a ticket of P1, unless it is info, and what is critical and about no single ticket. Whoever is on call is told whatever they keep.
         */
        put: operations["saveNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who can be chosen to be told of something
         * @description By name. Channels are at `/channels/names`.
         */
        get: operations["listRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/calendar/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shifts of a link, as iCalendar (RFC 5545)
         * @description Five weeks back and three months ahead.
         */
        get: operations["getOnCallCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links to calendars of one’s shifts, and of each schedule
         * @description Whoever has a link reads the calendar without signing in. They do not end; renewing makes those before worthless.
         */
        get: operations["listOnCallCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/calendars/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the links one had before worthless */
        post: operations["renewOnCallCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/escalation-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The escalation policies */
        get: operations["listEscalationPolicies"];
        put?: never;
        /** Make a policy */
        post: operations["createEscalationPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/escalation-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a policy; what runs keeps its steps */
        put: operations["saveEscalationPolicy"];
        post?: never;
        /** Remove a policy */
        delete: operations["removeEscalationPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How evenly on-call was shared in a stretch of at most 92 days
         * @description Of everybody, of the caller’s teams, or the caller’s own, as single figures of people are seen.
         */
        get: operations["getOnCallFairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/overrides/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an override; one that has not begun was never */
        delete: operations["endOnCallOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can be on call */
        get: operations["listOnCallPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schedules, with who is on call now, who is next, and what is wrong with them */
        get: operations["listOnCallSchedules"];
        put?: never;
        /** Make a schedule */
        post: operations["createOnCallSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A schedule */
        get: operations["getOnCallSchedule"];
        /**
         * Change a schedule from now on
         * @description Who was on call until now stays as it was.
         */
        put: operations["saveOnCallSchedule"];
        post?: never;
        /** Remove a schedule, and its past */
        delete: operations["removeOnCallSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/schedules/{id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody takes over for a stretch
         * @description Anybody may take over themselves; for others it takes the scope `rules:write`.
         */
        post: operations["createOnCallOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/schedules/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shifts of a stretch: of each layer, and who is on call in the end */
        get: operations["listOnCallShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-call/schedules/{id}/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two shifts change hands */
        post: operations["swapOnCallShifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is true this moment: who waits, who is there, and what is on fire */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an agent’s colleagues do in the middle
         * @description Of each number by agent the median of the others of the teams. Withheld where they are fewer than five.
         */
        get: operations["getPeers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/trending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories of which more tickets are created than usual
         * @description Beside the three periods before, each as far as this one has come; those beyond what chance does in one of a hundred.
         */
        get: operations["getTrending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accepted events that wait for what they refer to */
        get: operations["listParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link that sets another password
         * @description Answers the same whether there is such an account or not.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set another password by the link; every session ends */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person: figures against what can be expected, strengths, growth areas, skills */
        get: operations["getPersonProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of a team, or of all, beside each other
         * @description Each figure stands beside what all together achieve with cases that are alike. Nobody is ranked on fewer than 20 cases, and what would say what single people did is withheld.
         */
        get: operations["comparePeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose single figures the caller may see */
        get: operations["getReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one may step in as, in the demonstration */
        get: operations["listPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The library of actions by kind of issue */
        get: operations["getPlaybook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbook/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an action of one’s own */
        post: operations["addPlaybookAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbook/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Word an action otherwise, or hide it */
        put: operations["changePlaybookAction"];
        post?: never;
        /** Delete an action of one’s own, or have one as it came with the program */
        delete: operations["removePlaybookAction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbook/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to do about a category
         * @description Its numbers beside those of all other categories, and its actions, what the numbers call for first.
         */
        post: operations["advise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbook/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say of which kind of issue a category is */
        put: operations["assignCategory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is taken out of texts, and how long what is kept */
        get: operations["getPrivacy"];
        /**
         * Change either or both
         * @description Rules hold for what arrives from then on: here at once, in other server processes within a second.
         */
        put: operations["savePrivacy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What rules would make of a text
         * @description Nothing is kept of either.
         */
        post: operations["previewRedaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last nightly run took, and what the next will */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Metrics of a period, by dimensions and over time
         * @description The whole, the first groups and the rest. What would say what single people did is withheld.
         */
        post: operations["query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The tickets behind a number, the latest first */
        post: operations["drill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Why a number is so
         * @description Its definition, its parts, what was left out and why, its attribution, and the statements that were run.
         */
        post: operations["explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The live queue: waiting, being handled, resolved in the last hour, and the people
         * @description Of the tickets in sight and, where those are of teams, of the people of these.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules, by name */
        get: operations["listAlertRules"];
        put?: never;
        /**
         * Make a rule
         * @description Managers and administrators make any rule, leads those that name teams of theirs.
         */
        post: operations["createAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule */
        get: operations["getAlertRule"];
        /**
         * Add a version of a rule
         * @description Where it watches something else from now on, the alerts it has made are superseded.
         */
        put: operations["saveAlertRule"];
        post?: never;
        /**
         * Remove a rule
         * @description Its alerts that are in force are superseded; what it made stays in the history.
         */
        delete: operations["removeAlertRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a rule on or off */
        post: operations["enableAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a rule tell nobody until then; null ends it */
        post: operations["snoozeAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a rule came to be, the latest version first */
        get: operations["listAlertRuleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a rule would have done
         * @description The past is told to it again, by the evaluation that runs live. Nothing is kept, and nobody is told. Each person has one at a time: a newer one ends the one before.
         */
        post: operations["dryRunAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard rules */
        get: operations["listAlertRuleTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles, as groups */
        get: operations["listScimGroups"];
        put?: never;
        /** Refused: the groups are the roles there are */
        post: operations["createScimGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A role, and who has it */
        get: operations["getScimGroup"];
        /** Say who has a role */
        put: operations["replaceScimGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a role to people, or take it from them */
        patch: operations["changeScimGroup"];
        trace?: never;
    };
    "/api/v1/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of resources */
        get: operations["listScimResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/ResourceTypes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the kinds of resources */
        get: operations["getScimResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schemas of resources */
        get: operations["listScimSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Schemas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the schemas of resources */
        get: operations["getScimSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of SCIM is there */
        get: operations["getScimConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by page or by what they are called */
        get: operations["listScimUsers"];
        put?: never;
        /**
         * Make a person
         * @description They come in by single sign-on; where there is none, they are sent a link that sets their first password.
         */
        post: operations["createScimUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person */
        get: operations["getScimUser"];
        /** Change a person to what is said; what is left out stays */
        put: operations["replaceScimUser"];
        post?: never;
        /**
         * Take a person out of the workspace
         * @description For good; the account goes with it unless another workspace has it. What they did stays as it was.
         */
        delete: operations["deleteScimUser"];
        options?: never;
        head?: never;
        /**
         * Change parts of a person
         * @description With `active` false their sessions here end at once; they stay, and may be let in again.
         */
        patch: operations["changeScimUser"];
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find tickets, customers, organisations, agents and teams
         * @description Tickets in sight, and customers who have one there; whoever sees all tickets finds every customer.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Step in as a persona of the demonstration */
        post: operations["stepIn"];
        /**
         * Sign out
         * @description Out of a persona one has stepped in as, back to the account; else out of the account.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first administrator of an empty installation, and sign in */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the workspace */
        get: operations["getSettings"];
        /** Change the settings of the workspace */
        put: operations["saveSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Want a second factor of everybody, or no longer
         * @description Whoever comes in without one can then open their account alone, to add one. A passkey stands for both factors. Only who has come in by two can want it.
         */
        put: operations["wantSecondFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The single sign-on of the workspace */
        get: operations["getSingleSignOn"];
        /** Set up or change the single sign-on of the workspace */
        put: operations["saveSingleSignOn"];
        post?: never;
        /** Remove the single sign-on of the workspace; sessions that it opened end */
        delete: operations["removeSingleSignOn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/single-sign-on/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a provider what it says of itself */
        post: operations["testSingleSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role sees */
        get: operations["getVisibility"];
        /**
         * Change what each role sees
         * @description Administrators see everything, and API keys what their scopes allow.
         */
        put: operations["saveVisibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one comes in here */
        get: operations["getSignIn"];
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step: a code of the authenticator, or a recovery code */
        post: operations["signInWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * By whose provider somebody of this address comes in
         * @description Goes by the domain alone, and says nothing of whether there is such a person.
         */
        post: operations["findCompanySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser asks a passkey for */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/single-sign-on/{workspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the provider of a workspace to sign in
         * @description For a browser. Where it cannot go there, it is led to the sign-in page with `refused`, which GET /sign-in has words for.
         */
        get: operations["beginSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/single-sign-on/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from a provider
         * @description For a browser, which is led into the application, or to the sign-in page with `refused`.
         */
        get: operations["finishSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exceptions and pauses of a period, and what deserves a second look
         * @description At most the newest 200 of each are listed; totals count all.
         */
        get: operations["getSlaAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cycles that have not ended, the next breach first */
        get: operations["listOpenClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How promises were kept in a period
         * @description Met ÷ (met + breached) of the cycles that the period decided: by their breach, or else by their stop or due instant.
         */
        get: operations["getCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policies in force, in their order */
        get: operations["listPolicies"];
        put?: never;
        /** Make a policy */
        post: operations["createPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a version of a policy
         * @description Cycles that begin from now on keep to it. Those that run go on as they were promised, unless it is applied to them.
         */
        put: operations["savePolicy"];
        post?: never;
        /** Retire a policy */
        delete: operations["retirePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put running cycles under the policy as it is now
         * @description One `policy.applied` for each. With `dryRun`, which is the default, only what would change.
         */
        post: operations["applyPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a policy, the latest first */
        get: operations["listPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a policy would have meant for the tickets of a period */
        post: operations["backtestPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with a policy, or what it promises */
        post: operations["previewPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies to begin with */
        get: operations["listPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs to promising, step by step, and what of it is done */
        get: operations["getSlaSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/setup/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a step is done, or that it is not */
        put: operations["tickSlaSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The status page, what its components are in, and how many are told */
        get: operations["getStatusPage"];
        /**
         * Say what the status page is, and whether it is public
         * @description The public sees it about a second later. Of incidents it shows what customers were told of them, and nothing else.
         */
        put: operations["saveStatusPage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page/components/{component}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a component by hand, or let it follow incidents */
        put: operations["setStatusComponent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page/maintenances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a maintenance */
        post: operations["planMaintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page/maintenances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plan a maintenance otherwise */
        put: operations["changeMaintenance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page/maintenances/{id}/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin, end or cancel a maintenance now */
        post: operations["stepMaintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-page/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The page as it would be, as HTML */
        post: operations["previewStatusPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/sse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stream by server-sent events
         * @description By WebSocket at `/api/v1/stream`, where a frame may hold several messages, one per line, or here, one event each.
         *
         *     Send `{ "subscribe": ["queue", "tickets", "ticket:<id>"], "since": "<number>" }`; with `since` what changed after it comes first.
         *
         *     Numbers are watched as questions, in the words in which the API answers them once: `{ "watch": { "<your name for it>": { "query": { "metrics":
         *     ["created"], "period": { "last": "7d" } } } } }`, where `query` is the body of `/query`, `explain` that of `/query/explain`, `advice` that of
         *     `/playbook/advice`, and `overview`, `trending`, `peers`, `drivers`, `followUps`, `comparison`, `profile` (with `id`), `goals`, `goal` (with `id`), `alerts`, `alert` (with `id`), `alertCount`, `rules`, `automations`, `automationRuns`, `connections`
         *     (administrators only) and `ticketList` the parameters of what is called so. The answer comes at once and whenever it is another, at most every two seconds, a report at most every
         *     ten; one that stays is told again each minute, for how fresh it is. `{ "unwatch": ["<name>"] }` ends it. Who comes back asks again.
         *
         *     Messages: `{ type: "ready", number }`, `{ type: "change", number, topics, kind, id, types, ticket?, agent? }`, `{ type: "gap", number }`
         *     (too old or too slow: fetch anew), `{ type: "answer", name, answer }`, `{ type: "refused", name, problem }` (it is tried again where that may help),
         *     `{ type: "heartbeat", number, at }` every 10 s.
         *
         *     Of tickets it tells what the viewer sees. One that moves out of sight is told as a change without `ticket`, like one that is merged,
         *     deleted or spam; when the viewer sees others from now on, a `gap` is told.
         *
         *     A stream ends when its key is revoked or its session is over, the socket with code 4401: sign in before coming back. A socket that
         *     hears what it does not understand closes with 1007. After any other end come back with `since`.
         */
        get: operations["watchSse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of surveys, and why some were not sent
         * @description The latest first. Who was asked and what they said is in the ticket.
         */
        get: operations["listSurveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers are asked, when and how often */
        get: operations["getSurveySettings"];
        /**
         * Change what customers are asked, when and how often
         * @description Holds for what is due from then on, also of tickets that are resolved already.
         */
        put: operations["saveSurveySettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send oneself what customers get
         * @description To the address of one’s own account, at once, as it is saved. Its page works, and keeps nothing.
         */
        post: operations["testSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets
         * @description Those in sight: of an agent and a lead what their teams hold, what no team holds, and what they hold themselves.
         */
        get: operations["listTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket with its customer */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it to an agent or a team, or to nobody */
        post: operations["assignTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a ticket nobody holds */
        post: operations["claimTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clocks of a ticket, explained */
        get: operations["getTicketClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass it up */
        post: operations["escalateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge it into another ticket */
        post: operations["mergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest messages of a ticket, the oldest of them first */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write an internal note */
        post: operations["noteTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take what was asked of the help desk and has come to its end out of sight */
        delete: operations["dismissOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change its priority */
        post: operations["priorityTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the customer */
        post: operations["replyTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change its status */
        post: operations["statusTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add tags and take tags away */
        post: operations["tagTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of a ticket, oldest first */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/vendor-verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the ticket’s own help desk says of its promises, beside the clocks here
         * @description Theirs is for reference and in no figure.
         */
        get: operations["getVendorVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export tickets as CSV
         * @description All tickets that match, streamed. A value that a spreadsheet would run as a formula is preceded by an apostrophe.
         */
        get: operations["exportTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count tickets by value */
        get: operations["countTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened lately, newest first
         * @description Samples for whoever builds something, and a list to poll: of the tickets that changed last.
         */
        get: operations["listTriggerSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For the systems that are connected: tell of something
         * @description The signature of the system is verified on the body as it came, which is kept and read later. One that was taken before changes nothing.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @description The session was opened by a company’s provider: name, password, second factor and passkeys are not changed in it. */
            bySingleSignOn: boolean;
            email: string;
            hasSecondFactor: boolean;
            name: string;
            passkeys: {
                createdAt: string | null;
                id: string;
                name: string;
            }[];
            /** @description How many recovery codes were not used yet; 0 without a second factor. */
            recoveryCodesLeft: number;
            sessions: {
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                expiresAt: string;
                /** @description The network address it began from. */
                from: string | null;
                id: string;
                isThis: boolean;
                userAgent: string | null;
            }[];
        };
        Advice: {
            /** @description What can be done, what the numbers call for first. */
            actions: {
                action: string;
                calledBy: ("csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment")[];
                /** @description Of an action for one category by itself. */
                category: string | null;
                hidden: boolean;
                id: string;
                /** @description The workspace worded it otherwise. */
                isChanged: boolean;
                issueType: ("api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug") | null;
                /**
                 * @description One that comes with the program, or the workspace’s own.
                 * @enum {string}
                 */
                kind: "standard" | "own";
                /** @description Who wrote or changed it. */
                savedBy?: string;
                /** @description Metrics that call for it where they are worse than in other categories. */
                readonly signals: ("csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment")[];
            }[];
            /** Format: date-time */
            asOf: string;
            category: string;
            issueType: ("api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug") | null;
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                until: string;
            };
            signals: {
                /**
                 * @description Worse than the others: of a share where they lie outside its 95 % interval, else by a fifth. `unknown` of fewer than 20.
                 * @enum {string}
                 */
                call: "calls" | "quiet" | "unknown";
                /** @enum {string} */
                metric: "csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment";
                n: number;
                /** @description The same of all other categories. */
                others: number | null;
                value: number | null;
                withheld: boolean;
            }[];
        };
        Agent: {
            active: boolean;
            id: string;
            languages: string[];
            name: string;
            /** @description Left out of those whose rows the viewer does not see. */
            presence?: {
                reason: string | null;
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                state: "available" | "busy" | "away" | "offline";
                until: string | null;
            } | null;
            skills: {
                [key: string]: number;
            };
            startedOn: string | null;
            supportTier: ("L0" | "L1" | "L2" | "L3") | null;
            teams: components["schemas"]["Named"][];
            timeZone: string | null;
        };
        Alert: {
            acknowledged: {
                /** Format: date-time */
                at: string;
                by: string | null;
            } | null;
            readonly advice: string[];
            endedAt: string | null;
            readonly facts: {
                label: string;
                value: string;
            }[];
            /** @description Null while it is pending. */
            firedAt: string | null;
            /** @description Of what its number is divided by. */
            group: {
                dimension: string | null;
                id: string;
                name: string;
            } | null;
            id: string;
            /** @enum {string} */
            kind: "metric" | "anomaly" | "event" | "sla" | "absence" | "schedule" | "connection";
            n: number | null;
            rule: {
                id: string;
                name: string;
                version: number;
            };
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            /**
             * Format: date-time
             * @description Since when it has held.
             */
            since: string;
            snoozedUntil: string | null;
            /** @enum {string} */
            status: "pending" | "firing" | "acknowledged" | "snoozed" | "resolved" | "superseded";
            /** @description What its one ticket is about; null where there are several, or where it is not for whoever asks. */
            subject: string | null;
            /** @description The first of its tickets. */
            ticket: string | null;
            /** @description How many tickets made it. */
            tickets: number;
            /** @description How often what it is about has happened. */
            times: number;
            title: string;
            /** @description Of an anomaly: what is usual at this hour of the week. */
            unusual: {
                readonly before: number[];
                deviations: number;
                spread: number;
                /** @constant */
                status: "known";
                usual: number;
                weeks: number;
            } | null;
            /** @description The number when it fired. */
            value: number | null;
            what: string;
            why: {
                explain?: {
                    /** @enum {string} */
                    benchmark?: "startup" | "growth" | "scale" | "enterprise";
                    /** @enum {string} */
                    calendar?: "elapsed" | "business";
                    /** @enum {string} */
                    compare?: "previous" | "lastYear";
                    dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                    filters?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    having?: {
                        /** @enum {string} */
                        compare: "<" | "<=" | ">" | ">=";
                        /** @enum {string} */
                        metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                        value: number;
                    }[];
                    metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                    order?: {
                        by: string;
                        /** @enum {string} */
                        direction?: "asc" | "desc";
                    };
                    period: {
                        from: number;
                        to: number;
                    };
                    segment?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    timeZone?: string;
                };
                text: string;
            };
        };
        AlertDetail: {
            acknowledged: {
                /** Format: date-time */
                at: string;
                by: string | null;
            } | null;
            readonly advice: string[];
            endedAt: string | null;
            readonly facts: {
                label: string;
                value: string;
            }[];
            /** @description Null while it is pending. */
            firedAt: string | null;
            /** @description The alert on a further step of the same promise that has taken its place. */
            further: {
                id: string;
                /** @description What its rule is called. */
                name: string;
            } | null;
            /** @description Of what its number is divided by. */
            group: {
                dimension: string | null;
                id: string;
                name: string;
            } | null;
            id: string;
            /** @enum {string} */
            kind: "metric" | "anomaly" | "event" | "sla" | "absence" | "schedule" | "connection";
            moments: {
                /** Format: date-time */
                at: string;
                /** @description Null where time or events did it. */
                by: string | null;
                /** @description pending, fired, acknowledged, snoozed, woken, resolved, superseded, overtaken by a further step of its promise, lapsed, or comment. */
                kind: string;
                note: string | null;
                /** @description The alert on a step before of the same promise; null of its own. */
                of: {
                    id: string;
                    /** @description What its rule is called. */
                    name: string;
                } | null;
            }[];
            n: number | null;
            ofTickets: {
                assignee: components["schemas"]["Named"] | null;
                id: string;
                organisation: components["schemas"]["OrganisationBrief"] | null;
                priority: string;
                /** @description Null while it keeps the alert. */
                releasedAt: string | null;
                requester: components["schemas"]["Named"] | null;
                /** Format: date-time */
                since: string;
                status: string;
                /** @description Null where it was erased, is not known yet, or is not for whoever asks. */
                subject: string | null;
                team: components["schemas"]["Named"] | null;
            }[];
            rule: {
                id: string;
                name: string;
                version: number;
            };
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            /**
             * Format: date-time
             * @description Since when it has held.
             */
            since: string;
            snoozedUntil: string | null;
            /** @enum {string} */
            status: "pending" | "firing" | "acknowledged" | "snoozed" | "resolved" | "superseded";
            /** @description What its one ticket is about; null where there are several, or where it is not for whoever asks. */
            subject: string | null;
            /** @description What all of its notices belong to, as in the delivery log. */
            thread: string;
            /** @description The first of its tickets. */
            ticket: string | null;
            /** @description How many tickets made it. */
            tickets: number;
            /** @description How often what it is about has happened. */
            times: number;
            title: string;
            /** @description Of an anomaly: what is usual at this hour of the week. */
            unusual: {
                readonly before: number[];
                deviations: number;
                spread: number;
                /** @constant */
                status: "known";
                usual: number;
                weeks: number;
            } | null;
            /** @description The number when it fired. */
            value: number | null;
            what: string;
            why: {
                explain?: {
                    /** @enum {string} */
                    benchmark?: "startup" | "growth" | "scale" | "enterprise";
                    /** @enum {string} */
                    calendar?: "elapsed" | "business";
                    /** @enum {string} */
                    compare?: "previous" | "lastYear";
                    dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                    filters?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    having?: {
                        /** @enum {string} */
                        compare: "<" | "<=" | ">" | ">=";
                        /** @enum {string} */
                        metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                        value: number;
                    }[];
                    metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                    order?: {
                        by: string;
                        /** @enum {string} */
                        direction?: "asc" | "desc";
                    };
                    period: {
                        from: number;
                        to: number;
                    };
                    segment?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    timeZone?: string;
                };
                text: string;
            };
        };
        AlertDryRun: {
            /** @description The latest first, two hundred at most. */
            alerts: {
                endedAt: string | null;
                /** Format: date-time */
                firedAt: string;
                group: string | null;
                n: number | null;
                /** @description The first twenty. */
                tickets: string[];
                ticketsInAll: number;
                value: number | null;
            }[];
            /** @description Null where all there are were looked at. Otherwise it stopped at 20000 tickets, or after 10 seconds: a dry run is begun at each pause of typing, and is not to hold up the daily work. */
            bound: {
                /** @description So many were looked at, those that changed last. */
                tickets: number;
                /** @enum {string} */
                why: "tickets" | "time";
            } | null;
            /** @description How often a number was looked at. */
            everySeconds: number | null;
            /** @description How many alerts it would have made. */
            fired: number;
            /** Format: date-time */
            from: string;
            /** @description Whether it is what would have fired: a number may have been looked at more seldom than live, or not all tickets were. */
            isExact: boolean;
            /** @description Of how many tickets. */
            tickets: number;
            /** Format: date-time */
            to: string;
        };
        AlertRule: {
            /** Format: date-time */
            createdAt: string;
            /** @description Why it could not be read when it was looked at last. */
            fault: string | null;
            id: string;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            /** @description What it watches and when it fires, in words. */
            sentence: string;
            /** @description Since when it makes no alerts, as what it heard could not be evaluated or told. Saved, or switched on, it is tried again. */
            setAsideAt: string | null;
            spec: components["schemas"]["AlertRuleSpec"];
            version: number;
        };
        AlertRuleSpec: {
            /** @default null */
            activeHours: string | null;
            /** @default [] */
            readonly advice: string[];
            /**
             * @default [
             *       "P1"
             *     ]
             */
            readonly alwaysOf: ("P1" | "P2" | "P3" | "P4" | "P5")[];
            /**
             * @default {
             *       "people": [],
             *       "roles": [],
             *       "teams": [],
             *       "channels": []
             *     }
             */
            audience: {
                /** @default [] */
                readonly channels: string[];
                readonly ladder?: {
                    afterMs: number;
                    /** @default [] */
                    readonly channels: string[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people: string[];
                    /** @default [] */
                    readonly roles: string[];
                    /** @default [] */
                    readonly teams: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                }[];
                readonly onCall?: string[];
                /** @default [] */
                readonly people: string[];
                policy?: string;
                /** @default [] */
                readonly roles: string[];
                /** @default [] */
                readonly teams: string[];
                ticketAssignee?: boolean;
                ticketTeamLeads?: boolean;
            };
            /** @default null */
            condition: {
                clear?: number;
                /** @enum {string} */
                compare: "above" | "below";
                /** @default 0 */
                forSeconds: number;
                /** @default 0 */
                leastN: number;
                value: number;
            } | null;
            readonly dedupe?: ("rule" | "ticket" | "clock" | "team" | "assignee" | "organisation" | "requester" | "category" | "product" | "priority")[];
            /** @default  */
            description: string;
            /** @default true */
            enabled: boolean;
            name: string;
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            /** @default null */
            snoozedUntil: number | null;
            subject: {
                by?: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                /** @enum {string} */
                calendar?: "elapsed" | "business";
                /** @enum {number} */
                everySeconds?: 60 | 300 | 900 | 3600 | 86400;
                /** @default [] */
                readonly filters: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    readonly values: string[];
                }[];
                /** @constant */
                kind: "metric";
                /** @enum {string} */
                metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                /** @enum {number} */
                windowSeconds: 900 | 1800 | 3600 | 14400 | 28800 | 86400 | 604800 | 2419200;
            } | {
                by?: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                /** @default [] */
                readonly filters: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    readonly values: string[];
                }[];
                /** @constant */
                kind: "anomaly";
                /** @enum {string} */
                metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                /** @default 8 */
                weeks: number;
            } | {
                /** @enum {string} */
                event: "ticket.created" | "ticket.message" | "message.redacted" | "status.changed" | "priority.changed" | "assignee.changed" | "team.changed" | "supportTier.changed" | "category.changed" | "product.changed" | "requester.changed" | "organisation.changed" | "subject.changed" | "language.changed" | "serviceSite.changed" | "tag.changed" | "customField.changed" | "ticket.escalated" | "ticket.merged" | "ticket.unmerged" | "ticket.split" | "ticket.linked" | "ticket.unlinked" | "ticket.deleted" | "ticket.undeleted" | "ticket.spam" | "pause.requested" | "pause.ended" | "survey.requested" | "survey.answered" | "agent.activity" | "policy.applied" | "sla.vendor" | "sla.warned" | "sla.breached" | "ticket.sealed" | "customer.upserted" | "customer.erased" | "organisation.upserted" | "agent.upserted" | "team.upserted" | "site.upserted" | "agent.presence" | "agent.shift" | "incident.proposed" | "incident.declared" | "incident.dismissed" | "incident.severity_changed" | "incident.status_changed" | "incident.role_assigned" | "incident.update_posted" | "incident.note" | "incident.checklist_item_done" | "incident.affected_changed" | "incident.review_changed" | "incident.review_completed" | "incident.action_changed" | "incident.response_missed" | "incident.update_skipped" | "incident.escalation_due" | "incident.review_overdue";
                /** @constant */
                kind: "event";
                /** @default 3600 */
                quietSeconds: number;
                /** @default [] */
                readonly where: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                /** @default null */
                clock: string | null;
                /** @constant */
                kind: "sla";
                /** @enum {unknown} */
                step: 50 | 80 | 90 | 100 | 200 | "breach";
                /** @default [] */
                readonly where: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                /** @default null */
                calendar: string | null;
                /** @constant */
                kind: "absence";
                /** @enum {string} */
                of: "reply" | "update" | "assignee";
                seconds: number;
                /** @default [] */
                readonly where: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                at: string;
                /** @constant */
                kind: "schedule";
                timeZone: string;
                /**
                 * @default [
                 *       1,
                 *       2,
                 *       3,
                 *       4,
                 *       5,
                 *       6,
                 *       7
                 *     ]
                 */
                readonly weekdays: number[];
            } | {
                /** @default null */
                connection: string | null;
                /** @constant */
                kind: "connection";
                /** @default 900 */
                seconds: number;
            };
            /** @default null */
            template: string | null;
        };
        AlertRuleSpecInput: {
            /** @default null */
            activeHours?: string | null;
            /** @default [] */
            readonly advice?: string[];
            /**
             * @default [
             *       "P1"
             *     ]
             */
            readonly alwaysOf?: ("P1" | "P2" | "P3" | "P4" | "P5")[];
            /**
             * @default {
             *       "people": [],
             *       "roles": [],
             *       "teams": [],
             *       "channels": []
             *     }
             */
            audience?: {
                /** @default [] */
                readonly channels?: string[];
                readonly ladder?: {
                    afterMs: number;
                    /** @default [] */
                    readonly channels?: string[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people?: string[];
                    /** @default [] */
                    readonly roles?: string[];
                    /** @default [] */
                    readonly teams?: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                }[];
                readonly onCall?: string[];
                /** @default [] */
                readonly people?: string[];
                policy?: string;
                /** @default [] */
                readonly roles?: string[];
                /** @default [] */
                readonly teams?: string[];
                ticketAssignee?: boolean;
                ticketTeamLeads?: boolean;
            };
            /** @default null */
            condition?: {
                clear?: number;
                /** @enum {string} */
                compare: "above" | "below";
                /** @default 0 */
                forSeconds?: number;
                /** @default 0 */
                leastN?: number;
                value: number;
            } | null;
            readonly dedupe?: ("rule" | "ticket" | "clock" | "team" | "assignee" | "organisation" | "requester" | "category" | "product" | "priority")[];
            /** @default  */
            description?: string;
            /** @default true */
            enabled?: boolean;
            name: string;
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            /** @default null */
            snoozedUntil?: number | null;
            subject: {
                by?: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                /** @enum {string} */
                calendar?: "elapsed" | "business";
                /** @enum {number} */
                everySeconds?: 60 | 300 | 900 | 3600 | 86400;
                /** @default [] */
                readonly filters?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    readonly values: string[];
                }[];
                /** @constant */
                kind: "metric";
                /** @enum {string} */
                metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                /** @enum {number} */
                windowSeconds: 900 | 1800 | 3600 | 14400 | 28800 | 86400 | 604800 | 2419200;
            } | {
                by?: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                /** @default [] */
                readonly filters?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    readonly values: string[];
                }[];
                /** @constant */
                kind: "anomaly";
                /** @enum {string} */
                metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                /** @default 8 */
                weeks?: number;
            } | {
                /** @enum {string} */
                event: "ticket.created" | "ticket.message" | "message.redacted" | "status.changed" | "priority.changed" | "assignee.changed" | "team.changed" | "supportTier.changed" | "category.changed" | "product.changed" | "requester.changed" | "organisation.changed" | "subject.changed" | "language.changed" | "serviceSite.changed" | "tag.changed" | "customField.changed" | "ticket.escalated" | "ticket.merged" | "ticket.unmerged" | "ticket.split" | "ticket.linked" | "ticket.unlinked" | "ticket.deleted" | "ticket.undeleted" | "ticket.spam" | "pause.requested" | "pause.ended" | "survey.requested" | "survey.answered" | "agent.activity" | "policy.applied" | "sla.vendor" | "sla.warned" | "sla.breached" | "ticket.sealed" | "customer.upserted" | "customer.erased" | "organisation.upserted" | "agent.upserted" | "team.upserted" | "site.upserted" | "agent.presence" | "agent.shift" | "incident.proposed" | "incident.declared" | "incident.dismissed" | "incident.severity_changed" | "incident.status_changed" | "incident.role_assigned" | "incident.update_posted" | "incident.note" | "incident.checklist_item_done" | "incident.affected_changed" | "incident.review_changed" | "incident.review_completed" | "incident.action_changed" | "incident.response_missed" | "incident.update_skipped" | "incident.escalation_due" | "incident.review_overdue";
                /** @constant */
                kind: "event";
                /** @default 3600 */
                quietSeconds?: number;
                /** @default [] */
                readonly where?: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                /** @default null */
                clock?: string | null;
                /** @constant */
                kind: "sla";
                /** @enum {unknown} */
                step: 50 | 80 | 90 | 100 | 200 | "breach";
                /** @default [] */
                readonly where?: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                /** @default null */
                calendar?: string | null;
                /** @constant */
                kind: "absence";
                /** @enum {string} */
                of: "reply" | "update" | "assignee";
                seconds: number;
                /** @default [] */
                readonly where?: {
                    atLeast?: number;
                    atMost?: number;
                    /** @enum {string} */
                    field: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.state" | "event.name" | "event.added" | "event.reason" | "event.actor" | "event.severity";
                    readonly is?: string[];
                    readonly isNot?: string[];
                }[];
            } | {
                at: string;
                /** @constant */
                kind: "schedule";
                timeZone: string;
                /**
                 * @default [
                 *       1,
                 *       2,
                 *       3,
                 *       4,
                 *       5,
                 *       6,
                 *       7
                 *     ]
                 */
                readonly weekdays?: number[];
            } | {
                /** @default null */
                connection?: string | null;
                /** @constant */
                kind: "connection";
                /** @default 900 */
                seconds?: number;
            };
            /** @default null */
            template?: string | null;
        };
        AlertRuleTemplate: {
            /** @enum {string} */
            group: "realtime" | "queue" | "kpi" | "sla" | "tickets" | "incidents" | "system";
            /** @description Stays; a rule made from it names it as its `template`. */
            id: string;
            /** @description The rules of the workspace that were made from it. */
            rules: string[];
            sentence: string;
            spec: components["schemas"]["AlertRuleSpec"];
        };
        AlertsInForce: {
            acknowledged: number;
            critical: number;
            /** @description Those that nobody has acknowledged or snoozed. */
            firing: number;
            info: number;
            snoozed: number;
            warning: number;
        };
        ApiKey: {
            /** @description Addresses and ranges it is taken from; null for anywhere. */
            allowedFrom: string[] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description From then on it is refused; null for never. */
            expiresAt: string | null;
            id: string;
            lastUsedAt: string | null;
            name: string;
            /** @description Until when the secret before the last renewal is taken as well. */
            previousUntil: string | null;
            revokedAt: string | null;
            scopes: ("events:write" | "tickets:read" | "tickets:write" | "rules:write" | "people:write" | "admin")[];
            /** @description The source its events get. */
            source: string;
        };
        Applied: {
            applied: boolean;
            breachedByIt: number;
            cycles: number;
            examples: {
                breachesAfter: string | null;
                breachesBefore: string | null;
                dueAfter: string | null;
                dueBefore: string | null;
                metric: string;
                ticket: string;
            }[];
            /** @description Cycles that would be due at another instant. */
            moved: number;
            /** @description The first of the refused, each with its reason, such as a ticket that holds as many events as one may. */
            refusals: {
                metric: string;
                reason: string;
                ticket: string;
            }[];
            /** @description Cycles that the log would not take it for; they are in none of the other counts. */
            refused: number;
            tickets: number;
        };
        AuditEntry: {
            /** @enum {string} */
            action: "session.opened" | "session.closed" | "session.refused" | "password.changed" | "password.forgotten" | "password.link_made" | "second_factor.added" | "second_factor.removed" | "second_factor.wanted" | "recovery_codes.renewed" | "passkey.added" | "passkey.removed" | "workspace.set_up" | "settings.saved" | "visibility.saved" | "single_sign_on.saved" | "single_sign_on.removed" | "person.invited" | "invitation.revoked" | "person.joined" | "person.changed" | "person.removed" | "access.refused" | "key.created" | "key.renewed" | "key.revoked" | "key.refused" | "calendar.saved" | "calendar.retired" | "policy.saved" | "policy.retired" | "rules.applied" | "ticket.assigned" | "ticket.ordered" | "goal.saved" | "goal.deleted" | "playbook.saved" | "automation.saved" | "automation.ordered" | "automation.removed" | "dashboard.saved" | "dashboard.shared" | "dashboard.deleted" | "exploration.saved" | "exploration.shared" | "exploration.deleted" | "connection.created" | "connection.changed" | "connection.paused" | "connection.resumed" | "connection.removed" | "connection.mapped" | "connection.mapped_again" | "connection.secret_changed" | "connection.retried" | "tickets.exported" | "audit.exported" | "secrets.rotated" | "mail.tested" | "channel.created" | "channel.changed" | "channel.removed" | "channel.tested" | "channel.secret_changed" | "channel.disabled" | "hook.created" | "hook.removed" | "notice.acknowledged" | "notice.snoozed" | "surveys.saved" | "surveys.tested" | "status_page.saved" | "status_page.component_set" | "status_page.maintenance_planned" | "status_page.maintenance_changed" | "privacy.saved" | "customer.exported" | "customer.erased" | "retention.ran" | "import.started" | "import.ended" | "import.cancelled" | "import.removed" | "import.rejects_exported" | "on_call_schedule.saved" | "on_call_schedule.removed" | "on_call_override.made" | "on_call_override.ended" | "escalation_policy.saved" | "escalation_policy.removed" | "incident.proposed" | "incident.declared" | "incident.dismissed" | "incident.severity_changed" | "incident.status_changed" | "incident.reviewed" | "incident_policy.saved" | "alert_rule.saved" | "alert_rule.removed" | "alert.acknowledged" | "alert.snoozed" | "alert.resolved";
            /** @description Null where there was nothing. */
            after: unknown;
            /** Format: date-time */
            at: string;
            /** @description Null where there was nothing. */
            before: unknown;
            /** @description Its place in the chain, from 1. */
            place: number;
            subject: {
                id: string;
                kind: string;
                name: string | null;
            };
            who: {
                /** @description The network address; null for the command line and for the server itself. */
                from: string | null;
                id: string;
                /** @enum {string} */
                kind: "person" | "key" | "operator" | "system" | "provider";
                name: string;
            };
        };
        Automation: {
            /** Format: date-time */
            createdAt: string;
            /** @description Since when it is on: what came before is nothing to it. Null while it is off. */
            enabledAt: string | null;
            id: string;
            lastRunAt: string | null;
            /** @description Several look at the same in this order, each at the ticket as those before it leave it. */
            place: number;
            /** @description How often it ran within 24 hours. */
            runsOfDay: number;
            /** @description How often it ran within seven days. */
            runsOfWeek: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            /** @description The automation in plain words. */
            sentence: string;
            spec: components["schemas"]["AutomationSpec"];
            /** @description How often it was kept from running within seven days. */
            stoppedOfWeek: number;
            version: number;
        };
        AutomationCondition: {
            readonly all?: components["schemas"]["AutomationCondition"][];
            readonly any?: components["schemas"]["AutomationCondition"][];
            atLeast?: number;
            atMost?: number;
            calendar?: string;
            readonly contains?: string[];
            /** @enum {string} */
            field?: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "customField" | "subject" | "message" | "text" | "sentiment" | "vip" | "mrr" | "similarTicket" | "openHours" | "timeOfDay" | "ageHours" | "waitHours" | "reopens" | "replies" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.actor" | "event.added" | "event.name";
            from?: string;
            readonly is?: string[];
            readonly isNot?: string[];
            name?: string;
            not?: components["schemas"]["AutomationCondition"];
            timeZone?: string;
            until?: string;
            readonly weekdays?: number[];
            withinDays?: number;
        };
        AutomationConditionInput: {
            readonly all?: components["schemas"]["AutomationConditionInput"][];
            readonly any?: components["schemas"]["AutomationConditionInput"][];
            atLeast?: number;
            atMost?: number;
            calendar?: string;
            readonly contains?: string[];
            /** @enum {string} */
            field?: "status" | "priority" | "supportTier" | "team" | "assignee" | "channel" | "category" | "product" | "requester" | "organisation" | "customerTier" | "plan" | "language" | "source" | "tags" | "customField" | "subject" | "message" | "text" | "sentiment" | "vip" | "mrr" | "similarTicket" | "openHours" | "timeOfDay" | "ageHours" | "waitHours" | "reopens" | "replies" | "event.to" | "event.kind" | "event.toTier" | "event.survey" | "event.score" | "event.scorePercent" | "event.visibility" | "event.actor" | "event.added" | "event.name";
            from?: string;
            readonly is?: string[];
            readonly isNot?: string[];
            name?: string;
            not?: components["schemas"]["AutomationConditionInput"];
            timeZone?: string;
            until?: string;
            readonly weekdays?: number[];
            withinDays?: number;
        };
        AutomationDryRun: {
            /** @description Null where all there are were looked at. Otherwise it stopped at 20000 tickets, or after 10 seconds: a dry run is begun at each pause of typing, and is not to hold up the daily work. */
            bound: {
                /** @description So many were looked at, those that changed last. */
                tickets: number;
                /** @enum {string} */
                why: "tickets" | "time";
            } | null;
            /** @description How many times it would have run. */
            count: number;
            /** Format: date-time */
            from: string;
            /** @description The latest 200. */
            runs: {
                /** Format: date-time */
                at: string;
                /** @description Each of them, whether it was met, and what it saw; null where there are none. */
                conditions: components["schemas"]["AutomationReason"] | null;
                effects: {
                    /** @description Its place among the actions, from 0. */
                    action: number;
                    /** @description The types of the events that it became, or that a help desk was asked for. */
                    events: string[];
                    /** @enum {string} */
                    kind: "change" | "tell" | "none";
                    /** @description Why nothing came of it. */
                    why: string | null;
                    /** @description What the action says; null where its version cannot be read any more. */
                    words: string | null;
                }[];
                /** @description What it does once it has waited, in words. */
                later: string[];
                /**
                 * @description `stopped`: it was kept from it, `why` says by what.
                 * @enum {string}
                 */
                outcome: "ran" | "waits" | "not_met" | "stopped" | "not_triggered";
                ticket: string;
                waitsUntil: string | null;
                why: string;
            }[];
            /** @description How many were looked at. */
            tickets: number;
            /** Format: date-time */
            to: string;
        };
        AutomationReason: {
            /** @enum {string} */
            kind: "all" | "any" | "not" | "leaf";
            met: boolean;
            readonly parts?: components["schemas"]["AutomationReason"][];
            /** @description What it saw; null is nothing. Of words: which were found. */
            saw?: string | null;
            /** @description Of a leaf: what it asks. */
            words?: string;
        };
        AutomationRun: {
            /** Format: date-time */
            at: string;
            automation: string;
            /** @description The automations whose effect it answers, from the first to the last. */
            chain: components["schemas"]["Named"][];
            /** @description Each of them, whether it was met, and what it saw; null where there are none. */
            conditions: components["schemas"]["AutomationReason"] | null;
            effects: {
                /** @description Its place among the actions, from 0. */
                action: number;
                /** @description The types of the events that it became, or that a help desk was asked for. */
                events: string[];
                /** @enum {string} */
                kind: "change" | "tell" | "none";
                /** @description Why nothing came of it. */
                why: string | null;
                /** @description What the action says; null where its version cannot be read any more. */
                words: string | null;
            }[];
            event: {
                id: string;
                source: string;
                type: string;
            } | null;
            id: string;
            /** @description What it does once it has waited, in words. */
            later: string[];
            name: string | null;
            /**
             * @description `stopped`: it was kept from it, `why` says by what.
             * @enum {string}
             */
            outcome: "ran" | "waits" | "not_met" | "stopped" | "not_triggered";
            /** @description Where time made it look: since when it counted. */
            since: string | null;
            ticket: string;
            version: number;
            waitsUntil: string | null;
            why: string;
        };
        AutomationSpec: {
            readonly actions: ({
                /** @constant */
                do: "category";
                to: string | null;
            } | {
                /** @constant */
                do: "priority";
                raiseBy?: number;
                /** @enum {string} */
                to?: "P1" | "P2" | "P3" | "P4" | "P5";
            } | {
                /** @constant */
                do: "tier";
                /** @enum {string} */
                to: "L0" | "L1" | "L2" | "L3" | "next";
            } | {
                /** @constant */
                do: "escalate";
                /**
                 * @default other
                 * @enum {string}
                 */
                kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
                team?: string;
                /** @enum {string} */
                to: "L0" | "L1" | "L2" | "L3" | "next";
            } | {
                /** @constant */
                do: "team";
                to: string | null;
            } | {
                /** @constant */
                do: "assignee";
                to: string | null;
            } | {
                /** @default [] */
                readonly add: string[];
                /** @constant */
                do: "tag";
                /** @default [] */
                readonly remove: string[];
            } | {
                /** @constant */
                do: "customField";
                name: string;
                to: string | number | boolean | null;
            } | {
                /** @constant */
                do: "status";
                /** @enum {string} */
                to: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            } | {
                body: string;
                /** @constant */
                do: "note";
            } | {
                body: string;
                /** @constant */
                do: "reply";
            } | {
                /** @default [] */
                readonly advice: string[];
                audience: {
                    /** @default [] */
                    readonly channels: string[];
                    readonly ladder?: {
                        afterMs: number;
                        /** @default [] */
                        readonly channels: string[];
                        readonly onCall?: string[];
                        /** @default [] */
                        readonly people: string[];
                        /** @default [] */
                        readonly roles: string[];
                        /** @default [] */
                        readonly teams: string[];
                        ticketAssignee?: boolean;
                        ticketTeamLeads?: boolean;
                    }[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people: string[];
                    policy?: string;
                    /** @default [] */
                    readonly roles: string[];
                    /** @default [] */
                    readonly teams: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                };
                /** @constant */
                do: "notify";
                message?: string;
                /**
                 * @default info
                 * @enum {string}
                 */
                severity: "info" | "warning" | "critical";
                title?: string;
            } | {
                channel: string;
                /** @constant */
                do: "hook";
                title?: string;
            } | {
                /** @default null */
                calendar: string | null;
                /** @constant */
                do: "wait";
                /** @default true */
                recheck: boolean;
                seconds: number;
            } | {
                /** @constant */
                do: "survey";
                /** @enum {string} */
                survey: "csat" | "nps" | "ces";
            } | {
                /** @constant */
                do: "link";
                /** @enum {string} */
                kind: "parent" | "bug" | "known_issue" | "incident" | "duplicate";
                to: "similar" | (string & (unknown & unknown));
            } | {
                article?: string;
                /** @constant */
                do: "suggest";
                /** @constant */
                similar?: true;
                /** Format: uri */
                url?: string;
            })[];
            /** @default null */
            conditions: components["schemas"]["AutomationCondition"] | null;
            /** @default  */
            description: string;
            /** @default true */
            enabled: boolean;
            name: string;
            /** @default null */
            template: string | null;
            trigger: {
                readonly by?: ("customer" | "agent" | "bot" | "automation" | "system")[];
                readonly events: ("ticket.created" | "ticket.message" | "message.redacted" | "status.changed" | "priority.changed" | "assignee.changed" | "team.changed" | "supportTier.changed" | "category.changed" | "product.changed" | "requester.changed" | "organisation.changed" | "subject.changed" | "language.changed" | "serviceSite.changed" | "tag.changed" | "customField.changed" | "ticket.escalated" | "ticket.merged" | "ticket.unmerged" | "ticket.split" | "ticket.linked" | "ticket.unlinked" | "ticket.deleted" | "ticket.undeleted" | "ticket.spam" | "pause.requested" | "pause.ended" | "survey.requested" | "survey.answered")[];
                /** @constant */
                kind: "event";
            } | {
                /** @default null */
                clock: string | null;
                /** @constant */
                kind: "clock";
                readonly steps: (50 | 80 | 90 | 100 | 200 | "breach")[];
            } | {
                /** @default null */
                calendar: string | null;
                /** @constant */
                kind: "time";
                seconds: number;
                /** @enum {string} */
                since: "creation" | "update" | "wait" | "unassigned" | "reply";
            };
        };
        AutomationSpecInput: {
            readonly actions: ({
                /** @constant */
                do: "category";
                to: string | null;
            } | {
                /** @constant */
                do: "priority";
                raiseBy?: number;
                /** @enum {string} */
                to?: "P1" | "P2" | "P3" | "P4" | "P5";
            } | {
                /** @constant */
                do: "tier";
                /** @enum {string} */
                to: "L0" | "L1" | "L2" | "L3" | "next";
            } | {
                /** @constant */
                do: "escalate";
                /**
                 * @default other
                 * @enum {string}
                 */
                kind?: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
                team?: string;
                /** @enum {string} */
                to: "L0" | "L1" | "L2" | "L3" | "next";
            } | {
                /** @constant */
                do: "team";
                to: string | null;
            } | {
                /** @constant */
                do: "assignee";
                to: string | null;
            } | {
                /** @default [] */
                readonly add?: string[];
                /** @constant */
                do: "tag";
                /** @default [] */
                readonly remove?: string[];
            } | {
                /** @constant */
                do: "customField";
                name: string;
                to: string | number | boolean | null;
            } | {
                /** @constant */
                do: "status";
                /** @enum {string} */
                to: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            } | {
                body: string;
                /** @constant */
                do: "note";
            } | {
                body: string;
                /** @constant */
                do: "reply";
            } | {
                /** @default [] */
                readonly advice?: string[];
                audience: {
                    /** @default [] */
                    readonly channels?: string[];
                    readonly ladder?: {
                        afterMs: number;
                        /** @default [] */
                        readonly channels?: string[];
                        readonly onCall?: string[];
                        /** @default [] */
                        readonly people?: string[];
                        /** @default [] */
                        readonly roles?: string[];
                        /** @default [] */
                        readonly teams?: string[];
                        ticketAssignee?: boolean;
                        ticketTeamLeads?: boolean;
                    }[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people?: string[];
                    policy?: string;
                    /** @default [] */
                    readonly roles?: string[];
                    /** @default [] */
                    readonly teams?: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                };
                /** @constant */
                do: "notify";
                message?: string;
                /**
                 * @default info
                 * @enum {string}
                 */
                severity?: "info" | "warning" | "critical";
                title?: string;
            } | {
                channel: string;
                /** @constant */
                do: "hook";
                title?: string;
            } | {
                /** @default null */
                calendar?: string | null;
                /** @constant */
                do: "wait";
                /** @default true */
                recheck?: boolean;
                seconds: number;
            } | {
                /** @constant */
                do: "survey";
                /** @enum {string} */
                survey: "csat" | "nps" | "ces";
            } | {
                /** @constant */
                do: "link";
                /** @enum {string} */
                kind: "parent" | "bug" | "known_issue" | "incident" | "duplicate";
                to: "similar" | (string & (unknown & unknown));
            } | {
                article?: string;
                /** @constant */
                do: "suggest";
                /** @constant */
                similar?: true;
                /** Format: uri */
                url?: string;
            })[];
            /** @default null */
            conditions?: components["schemas"]["AutomationConditionInput"] | null;
            /** @default  */
            description?: string;
            /** @default true */
            enabled?: boolean;
            name: string;
            /** @default null */
            template?: string | null;
            trigger: {
                readonly by?: ("customer" | "agent" | "bot" | "automation" | "system")[];
                readonly events: ("ticket.created" | "ticket.message" | "message.redacted" | "status.changed" | "priority.changed" | "assignee.changed" | "team.changed" | "supportTier.changed" | "category.changed" | "product.changed" | "requester.changed" | "organisation.changed" | "subject.changed" | "language.changed" | "serviceSite.changed" | "tag.changed" | "customField.changed" | "ticket.escalated" | "ticket.merged" | "ticket.unmerged" | "ticket.split" | "ticket.linked" | "ticket.unlinked" | "ticket.deleted" | "ticket.undeleted" | "ticket.spam" | "pause.requested" | "pause.ended" | "survey.requested" | "survey.answered")[];
                /** @constant */
                kind: "event";
            } | {
                /** @default null */
                clock?: string | null;
                /** @constant */
                kind: "clock";
                readonly steps: (50 | 80 | 90 | 100 | 200 | "breach")[];
            } | {
                /** @default null */
                calendar?: string | null;
                /** @constant */
                kind: "time";
                seconds: number;
                /** @enum {string} */
                since: "creation" | "update" | "wait" | "unassigned" | "reply";
            };
        };
        AutomationTemplate: {
            /** @description What is to be said before it is of use, by the path within `spec`. */
            asks: {
                label: string;
                path: string;
            }[];
            group: string;
            id: string;
            /** @description The automation in plain words. */
            sentence: string;
            spec: components["schemas"]["AutomationSpec"];
        };
        Backtest: {
            /** @description Targets that 95 of 100 cycles would have met, and a fifth to spare. */
            achievable: {
                cycles: number;
                metric: string;
                priority: string;
                seconds: number;
            }[];
            changed: {
                after: string | null;
                before: string | null;
                metric: string;
                ticket: string;
            }[];
            changes: number;
            metrics: {
                after: components["schemas"]["Tally"];
                before: components["schemas"]["Tally"];
                metric: string;
            }[];
            priorities: {
                after: components["schemas"]["Tally"];
                before: components["schemas"]["Tally"];
                metric: string;
                value: string;
            }[];
            teams: {
                after: components["schemas"]["Tally"];
                before: components["schemas"]["Tally"];
                label: string;
                metric: string;
                value: string;
            }[];
            tickets: number;
            /** @description Tickets whose stored clocks cannot be read just now: they are in no other count. */
            unreadable: number;
        };
        /** @description What is usual among companies of the stage, and how the value stands to it. */
        Benchmark: {
            /** @enum {string} */
            stage: "startup" | "growth" | "scale" | "enterprise";
            standing: ("met" | "missed") | null;
            value: number;
        };
        Breach: {
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            breachAt: string;
            category: string;
            chargedTo: components["schemas"]["ClockHolder"] | null;
            cycle: string;
            elapsedSeconds: number;
            heldAtBreach: components["schemas"]["ClockHolder"] | null;
            metric: string;
            policy: string;
            priority: string;
            severe: boolean;
            /** Format: date-time */
            startedAt: string;
            stoppedAt: string | null;
            targetSeconds: number;
            team: components["schemas"]["Named"] | null;
            ticket: string;
            tier: string;
        };
        Calendar: {
            /** @description Cycles that begin from then on keep to it; null for since ever. */
            effectiveFrom: string | null;
            id: string;
            name: string;
            /** Format: date-time */
            savedAt: string;
            savedBy: string | null;
            spec: components["schemas"]["CalendarSpec"];
            /** @description Policies that count by it. */
            usedBy: components["schemas"]["Named"][];
            version: number;
        };
        CalendarSpec: {
            /** @default false */
            always: boolean;
            /** @default {} */
            breaks: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** @default [] */
            holidays: string[];
            /** @default {} */
            hours: {
                fri?: [
                    string,
                    string
                ][];
                mon?: [
                    string,
                    string
                ][];
                sat?: [
                    string,
                    string
                ][];
                sun?: [
                    string,
                    string
                ][];
                thu?: [
                    string,
                    string
                ][];
                tue?: [
                    string,
                    string
                ][];
                wed?: [
                    string,
                    string
                ][];
            };
            /** @default {} */
            overrides: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            zone: string;
        };
        CalendarSpecInput: {
            /** @default false */
            always?: boolean;
            /** @default {} */
            breaks?: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** @default [] */
            holidays?: string[];
            /** @default {} */
            hours?: {
                fri?: [
                    string,
                    string
                ][];
                mon?: [
                    string,
                    string
                ][];
                sat?: [
                    string,
                    string
                ][];
                sun?: [
                    string,
                    string
                ][];
                thu?: [
                    string,
                    string
                ][];
                tue?: [
                    string,
                    string
                ][];
                wed?: [
                    string,
                    string
                ][];
            };
            /** @default {} */
            overrides?: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            zone: string;
        };
        Channel: {
            active: boolean;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description Why it is off, where nobody turned it off: what its receiver said last. */
            fault: string | null;
            id: string;
            /** @enum {string} */
            kind: "slack" | "teams" | "pagerduty" | "webhook" | "mail";
            /** @description The host that is called, or the address; what is secret of it is never shown. */
            leadsTo: string;
            name: string;
            settings: components["schemas"]["ChannelSettings"];
        };
        ChannelChangeInput: {
            active?: boolean;
            credentials?: {
                url: string;
            } | {
                url: string;
            } | {
                /**
                 * @default us
                 * @enum {string}
                 */
                region?: "us" | "eu";
                routingKey: string;
            } | {
                url: string;
            } | {
                to: string;
            };
            settings?: components["schemas"]["ChannelSettingsInput"];
        };
        ChannelName: {
            active: boolean;
            /** @enum {string} */
            from: "info" | "warning" | "critical";
            id: string;
            /** @enum {string} */
            kind: "slack" | "teams" | "pagerduty" | "webhook" | "mail";
            name: string;
        };
        ChannelSettings: {
            /**
             * @default info
             * @enum {string}
             */
            from: "info" | "warning" | "critical";
            /** @default false */
            isPersonal: boolean;
            name: string;
            /** @default null */
            quiet: {
                /** @default [] */
                readonly days: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template: string | null;
            /** @default null */
            timeZone: string | null;
        };
        ChannelSettingsInput: {
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        };
        ClockHolder: {
            holder: string;
            id: string | null;
            name: string;
        };
        ClockSettings: {
            /** @default false */
            afterAgentReply: boolean;
            /**
             * @default [
             *       "merged",
             *       "cancel"
             *     ]
             */
            cancel: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
            /**
             * @default skip
             * @enum {string}
             */
            createdSolved: "skip" | "zero";
            metric: string;
            /** @default false */
            once: boolean;
            /**
             * @default segment
             * @enum {string}
             */
            onPolicy: "segment" | "retroactive" | "restart";
            /**
             * @default keep
             * @enum {string}
             */
            onPriority: "keep" | "restart" | "freeze";
            pause: {
                /** @default null */
                afterFollowUps: number | null;
                /** @default false */
                onRequest: boolean;
                /** @default [] */
                statuses: string[];
                /** @default [] */
                statusesWithReason: string[];
            };
            /**
             * @default ignore
             * @enum {string}
             */
            reopen: "new_cycle" | "resume" | "ignore";
            /** @default false */
            skipIfCreatedByAgent: boolean;
            start: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
            stop: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
        };
        ClockSettingsInput: {
            /** @default false */
            afterAgentReply?: boolean;
            /**
             * @default [
             *       "merged",
             *       "cancel"
             *     ]
             */
            cancel?: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
            /**
             * @default skip
             * @enum {string}
             */
            createdSolved?: "skip" | "zero";
            metric: string;
            /** @default false */
            once?: boolean;
            /**
             * @default segment
             * @enum {string}
             */
            onPolicy?: "segment" | "retroactive" | "restart";
            /**
             * @default keep
             * @enum {string}
             */
            onPriority?: "keep" | "restart" | "freeze";
            /** @default {} */
            pause?: {
                /** @default null */
                afterFollowUps?: number | null;
                /** @default false */
                onRequest?: boolean;
                /** @default [] */
                statuses?: string[];
                /** @default [] */
                statusesWithReason?: string[];
            };
            /**
             * @default ignore
             * @enum {string}
             */
            reopen?: "new_cycle" | "resume" | "ignore";
            /** @default false */
            skipIfCreatedByAgent?: boolean;
            start: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
            stop: ("created" | "customer_public" | "agent_public" | "agent_any" | "bot_public" | "solved" | "reopened" | "assigned" | "escalated" | "handed_over" | "merged" | "cancel")[];
        };
        ComparedFigure: {
            /** @description Null where fewer than 20 cases can be compared, or where it is withheld. */
            fair: components["schemas"]["FairComparison"] | null;
            /** @description The 95 % interval of a share, by Wilson. */
            interval: number[] | null;
            n: number;
            /** @description The share of the others who do worse for their mix; null below 20 cases and among fewer than three. */
            percentile: number | null;
            /** @description The same for as much of the period before. */
            previous: number | null;
            /** @description To its target and warning. */
            standing: ("met" | "missed" | "warns") | null;
            value: number | null;
        };
        ComparedPerson: {
            /** @description Over how many categories the work is spread as if evenly. */
            breadth: number | null;
            /** @description By metric. */
            figures: {
                [key: string]: components["schemas"]["ComparedFigure"];
            };
            id: string;
            /** @description Of the tickets that all answered, the share this person answered. */
            load: number | null;
            name: string;
            /** @description New and open tickets in hand at the end of the period. */
            open: number;
            /** @description The category that stands out from what all do. */
            speciality: {
                kind: string;
                n: number;
                share: number;
                usual: number;
            } | null;
            startedOn: string | null;
            supportTier: string | null;
            teams: components["schemas"]["Named"][];
            /** @description Pending tickets and those on hold. */
            waiting: number;
        };
        Compliance: {
            asOf: string | null;
            breaches: components["schemas"]["Breach"][];
            breakdowns: {
                dimension: string;
                values: {
                    breached: number;
                    compliance: number | null;
                    label: string;
                    met: number;
                    /** @description Took twice the target or more. */
                    severe: number;
                    /** @description Mean share of the target that was used. */
                    shareOfTarget: number | null;
                    value: string;
                }[];
            }[];
            metric: string;
            metrics: {
                current: components["schemas"]["Kept"];
                goal: {
                    compliance: number;
                    shareOfTarget: number;
                };
                metric: string;
                previous: components["schemas"]["Kept"];
            }[];
            period: {
                /** Format: date-time */
                from: string;
                /** @enum {string} */
                grain: "hour" | "day" | "week" | "month";
                previous: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                };
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
            trend: {
                /** Format: date-time */
                at: string;
                breached: number;
                compliance: number | null;
                incomplete: boolean;
                met: number;
                /** @description Took twice the target or more. */
                severe: number;
                /** @description Mean share of the target that was used. */
                shareOfTarget: number | null;
            }[];
            /** @description Clocks, hours, days or values are left out that would tell of fewer than five other people. */
            withheld: boolean;
        };
        Connection: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            hasWebhookSecret: boolean;
            health: {
                backFill: {
                    /** @description Of the stream that is being read; null while nothing can be said. */
                    estimatedEndAt: string | null;
                    events: number;
                    isDone: boolean;
                    items: number;
                    startedAt: string | null;
                    /** @description Streams after that one, of which the estimate says nothing. */
                    streamsLeft: number;
                };
                deadLetters: number;
                /** @description What the last turns met; null when all is well. */
                failure: {
                    /** Format: date-time */
                    at: string;
                    kind: string;
                    message: string;
                    /** Format: date-time */
                    nextAt: string;
                    times: number;
                } | null;
                isMappingAgain: boolean;
                /** @description Since everything was read up to then; null before the back-fill is done. */
                lagSeconds: number | null;
                /** @description When an event last came in. */
                lastArrivalAt: string | null;
                /** @description When the newest event it told of happened. */
                lastEventAt: string | null;
                /** @description When everything was last read up to then. */
                readAt: string | null;
                /** @enum {string} */
                state: "back_filling" | "live" | "paused" | "behind" | "held_off" | "credentials" | "silent" | "removing";
                readonly streams: {
                    /** @description Those that were new. */
                    events: number;
                    /** @description When its back-fill came to its end. */
                    filledAt: string | null;
                    /** @description How much of the back-fill is done, 0 to 1; null where that cannot be said. */
                    fraction: number | null;
                    items: number;
                    pages: number;
                    stream: string;
                    /** @description Until when it is read, of the time over there. */
                    upTo: string | null;
                }[];
                /** @description Payloads that are kept and not read yet, and tickets still to be pulled. */
                waiting: number;
                /** @description For the limits of the system. */
                waitsUntil: string | null;
                webhook: {
                    lastAt: string | null;
                    refusedAt: string | null;
                    refusedReason: string | null;
                };
            };
            /** @description Also in the address of its webhooks: /api/v1/webhooks/{id}. */
            id: string;
            /** @description It is asked, and not only heard by its webhooks. */
            isRead: boolean;
            /** @description Its system takes commands back. */
            isWritable: boolean;
            name: string;
            /** @description Promises and opening hours are kept over there: /connections/{id}/rules. */
            offersRules: boolean;
            options: unknown;
            pollSeconds: number;
            silenceSeconds: number | null;
            source: string;
            system: string;
            systemLabel: string;
            takesWebhooks: boolean;
            /** @description What people do to its tickets here is sent there. */
            writesBack: boolean;
        };
        /** @description The words over there, and what they are here. */
        ConnectionMaps: {
            readonly customFields: {
                [key: string]: string;
            };
            /** @description Of a webhook that is mapped here: what its payloads mean. */
            payloads?: unknown;
            readonly priority: {
                [key: string]: "P1" | "P2" | "P3" | "P4" | "P5";
            };
            readonly status: {
                [key: string]: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            };
            readonly users: {
                [key: string]: string;
            };
        };
        Customer: {
            city: string | null;
            country: string | null;
            email: string | null;
            erased: boolean;
            id: string;
            language: string | null;
            latitude: number | null;
            longitude: number | null;
            name: string;
            organisation: components["schemas"]["Named"] | null;
            region: string | null;
            since: string | null;
            timeZone: string | null;
        };
        CustomerContext: {
            city: string | null;
            country: string | null;
            email: string | null;
            erased: boolean;
            id: string;
            language: string | null;
            lastCsat: {
                /** Format: date-time */
                at: string;
                scale: number;
                score: number;
                ticket: string;
            } | null;
            lastNps: {
                /** Format: date-time */
                at: string;
                scale: number;
                score: number;
                ticket: string;
            } | null;
            name: string;
            openTickets: number;
            organisation: {
                csm: components["schemas"]["Named"] | null;
                currency: string | null;
                customerTier: string | null;
                domain: string | null;
                health: string | null;
                id: string;
                mrr: number | null;
                name: string;
                plan: string | null;
                since: string | null;
            } | null;
            recentTickets: components["schemas"]["TicketRow"][];
            region: string | null;
            since: string | null;
            tickets: number;
            timeZone: string | null;
        };
        Dashboard: {
            id: string;
            /** @description Whether the caller may change it. */
            isMine: boolean;
            /**
             * @description A standard one is the same everywhere and is not changed.
             * @enum {string}
             */
            kind: "standard" | "own";
            /** @description Who made it; null of a standard one. */
            owner: string | null;
            savedAt: string | null;
            savedBy: string | null;
            /** @description Whether everybody of the workspace sees it. */
            shared: boolean;
            spec: components["schemas"]["DashboardSpec"];
            version: number | null;
        };
        DashboardSpec: {
            /** @default  */
            description: string;
            tiles: {
                /** @enum {string} */
                chart: "number" | "gauge" | "line" | "area" | "bar" | "stacked" | "funnel" | "sankey" | "heat" | "map" | "scatter" | "distribution" | "table";
                id: string;
                layout: {
                    h: number;
                    w: number;
                    x: number;
                    y: number;
                };
                question: {
                    /** @enum {string} */
                    benchmark?: "startup" | "growth" | "scale" | "enterprise";
                    /** @enum {string} */
                    calendar?: "elapsed" | "business";
                    /** @enum {string} */
                    compare?: "previous" | "lastYear";
                    dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                    filters?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    /** @enum {string} */
                    grain?: "auto" | "hour" | "day" | "week" | "month";
                    having?: {
                        /** @enum {string} */
                        compare: "<" | "<=" | ">" | ">=";
                        /** @enum {string} */
                        metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                        value: number;
                    }[];
                    limit?: number;
                    metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                    order?: {
                        by: string;
                        /** @enum {string} */
                        direction?: "asc" | "desc";
                    };
                    segment?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                };
                sentence?: string;
                title?: string;
            }[];
            title: string;
        };
        DashboardSpecInput: {
            /** @default  */
            description?: string;
            tiles: {
                /** @enum {string} */
                chart: "number" | "gauge" | "line" | "area" | "bar" | "stacked" | "funnel" | "sankey" | "heat" | "map" | "scatter" | "distribution" | "table";
                id: string;
                layout: {
                    h: number;
                    w: number;
                    x: number;
                    y: number;
                };
                question: {
                    /** @enum {string} */
                    benchmark?: "startup" | "growth" | "scale" | "enterprise";
                    /** @enum {string} */
                    calendar?: "elapsed" | "business";
                    /** @enum {string} */
                    compare?: "previous" | "lastYear";
                    dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                    filters?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                    /** @enum {string} */
                    grain?: "auto" | "hour" | "day" | "week" | "month";
                    having?: {
                        /** @enum {string} */
                        compare: "<" | "<=" | ">" | ">=";
                        /** @enum {string} */
                        metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                        value: number;
                    }[];
                    limit?: number;
                    metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                    order?: {
                        by: string;
                        /** @enum {string} */
                        direction?: "asc" | "desc";
                    };
                    segment?: {
                        dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                        not?: boolean;
                        values: string[];
                    }[];
                };
                sentence?: string;
                title?: string;
            }[];
            title: string;
        };
        Delivery: {
            /** Format: date-time */
            at: string;
            attempts: number;
            endedAt: string | null;
            /** @description The message it is in. */
            message: string | null;
            notice: {
                alertId: string | null;
                /** @enum {string} */
                event: "fired" | "escalated" | "acknowledged" | "snoozed" | "resolved";
                /** Format: date-time */
                happenedAt: string;
                id: string;
                /** @enum {string} */
                severity: "info" | "warning" | "critical";
                ticketId: string | null;
                title: string;
            };
            /**
             * @description there: in the inbox. sent: taken by the receiver. grouped: the same, in one message with others. waiting: goes next, or is tried again. held: by quiet hours, a shift or until the digest. capped: too many went just before. failed: given up. nowhere: never to be sent.
             * @enum {string}
             */
            outcome: "there" | "sent" | "grouped" | "waiting" | "held" | "capped" | "failed" | "nowhere";
            /** @description Why; of a message what its receiver said last. */
            reason: string | null;
            /** @description A person or a channel; for the way none whoever was named and is neither. */
            recipient: {
                id: string;
                name: string;
            };
            /** @description So many notices are in that message. */
            together: number;
            /** @description When it goes, or is tried again. */
            until: string | null;
            /** @enum {string} */
            way: "inbox" | "mail" | "channel" | "none";
        };
        Dimension: {
            description: string;
            id: string;
            label: string;
            metrics: string[];
            /** @description A ticket can have several values and counts under each. */
            several: boolean;
            /** @description Every value in its order, where they are fixed. */
            values: {
                label: string;
                value: string;
            }[] | null;
        };
        /** @description A dimension of the catalogue, or `custom:` and the name of a custom field that tickets of the workspace have. */
        DimensionIdInput: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
        Drill: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            /** @description Behind the number and not to be seen; null where even how many says too much. */
            more: number | null;
            next: string | null;
            /**
             * @description What is behind the number; people’s time is of no ticket.
             * @enum {string}
             */
            of: "tickets" | "stretches";
            period: {
                compared: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                } | null;
                /** Format: date-time */
                from: string;
                grain: ("hour" | "day" | "week" | "month") | null;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /**
                 * Format: date-time
                 * @description How far the period has come: its end, or now.
                 */
                until: string;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            stretches: {
                agent: string;
                /** Format: date-time */
                from: string;
                name: string;
                presence: string;
                /** @description How much of it lies in the period. */
                seconds: number;
                /** @description Null while it lasts. */
                to: string | null;
            }[];
            tickets: {
                /**
                 * Format: date-time
                 * @description The latest instant that put it into the number.
                 */
                at: string;
                /** @description What made it, of several rows the latest, in the order in which it happens. */
                events: {
                    /** Format: date-time */
                    at: string;
                    /** @description Null where no single event is it. */
                    event: {
                        id: string;
                        source: string;
                        type: string;
                    } | null;
                    /** @enum {string} */
                    what: "created" | "answered" | "waitBegan" | "replied" | "resolved" | "reopened" | "heldFrom" | "heldUntil" | "escalated" | "askedToRate" | "rated" | "workBegan" | "workEnded" | "promised" | "stopped" | "breached";
                }[];
                /** @description How often it counts. */
                rows: number;
                /** @description Null where nobody said, and where the viewer may read no texts. */
                subject: string | null;
                ticket: string;
                /** @description What was measured of it, in the mean of its rows; null where rows are counted. */
                value: number | null;
            }[];
            visible: number;
        };
        DriverAmount: {
            /** @description How much less of the variance would be explained without it. */
            explained: number;
            /** @enum {string} */
            id: "first_response" | "resolution" | "longest_wait" | "replies" | "handed_on" | "escalations" | "reopens" | "channel" | "category";
            /** @description Where it lies with 95 % certainty. */
            readonly interval: number[];
            /** @description Points of the score for one standard deviation more, the others as they are. */
            perDeviation: number;
            perStep: number;
            /**
             * @description `perStep` is for twice as long, or for one more.
             * @enum {string}
             */
            step: "doubling" | "one";
            varies: boolean;
        };
        DriverChoice: {
            /** @description How much less of the variance would be explained without it. */
            explained: number;
            /** @enum {string} */
            id: "first_response" | "resolution" | "longest_wait" | "replies" | "handed_on" | "escalations" | "reopens" | "channel" | "category";
            /** @description The most frequent value, beside which the others stand. `…`: all rarer ones. */
            reference: string;
            values: {
                effect: number;
                /** @description Where it lies with 95 % certainty. */
                readonly interval: number[];
                n: number;
                value: string;
            }[];
        };
        EscalationAnalytics: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            /** @description Null: what an hour costs is not kept yet. */
            cost?: {
                /** @description By metric. */
                figures: {
                    [key: string]: components["schemas"]["Figure"];
                };
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
            } | null;
            end_date: string;
            resolution_time?: {
                /** @description By metric. */
                figures: {
                    [key: string]: components["schemas"]["Figure"];
                };
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
            } | null;
            satisfaction?: {
                /** @description By metric. */
                figures: {
                    [key: string]: components["schemas"]["Figure"];
                };
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
            } | null;
            start_date: string;
            time_zone: string;
            volume?: {
                /** @description By metric. */
                figures: {
                    [key: string]: components["schemas"]["Figure"];
                };
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
            } | null;
        };
        EscalationPolicy: {
            id: string;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            spec: components["schemas"]["EscalationPolicySpec"];
            version: number;
        };
        EscalationPolicySpec: {
            name: string;
            /** @default 0 */
            repeats: number;
            /** @default 5 */
            respondMinutes: number;
            readonly steps: {
                /** @default 15 */
                minutes: number;
                tell: {
                    /** @default [] */
                    readonly channels: string[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people: string[];
                    /** @default [] */
                    readonly roles: string[];
                    /** @default [] */
                    readonly teams: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                };
            }[];
        };
        EscalationPolicySpecInput: {
            name: string;
            /** @default 0 */
            repeats?: number;
            /** @default 5 */
            respondMinutes?: number;
            readonly steps: {
                /** @default 15 */
                minutes?: number;
                tell: {
                    /** @default [] */
                    readonly channels?: string[];
                    readonly onCall?: string[];
                    /** @default [] */
                    readonly people?: string[];
                    /** @default [] */
                    readonly roles?: string[];
                    /** @default [] */
                    readonly teams?: string[];
                    ticketAssignee?: boolean;
                    ticketTeamLeads?: boolean;
                };
            }[];
        };
        Explanation: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            benchmark: components["schemas"]["Benchmark"] | null;
            excluded: {
                population: string;
                reason: string;
                rows: number;
            }[];
            /** @description The 95 % interval by Wilson, of fewer than 100. */
            interval: number[] | null;
            metric: {
                /** @description What is well, where it is neither to be high nor low. */
                band: {
                    from: number;
                    to: number;
                    warnsAbove: number;
                    warnsBelow: number;
                } | null;
                /** @enum {string} */
                betterWhen: "higher" | "lower" | "neutral";
                /** @description How it counts time: by the clock on the wall or within opening hours; null where it counts none. */
                calendar: ("elapsed" | "business") | null;
                /** @description In which of these it can be asked. */
                calendars: ("elapsed" | "business")[];
                description: string;
                formula: string;
                id: string;
                label: string;
                /** @description The section of the definitions. */
                source: string;
                target: number | null;
                /** @description The targets of numbers that are of one value of the dimension. */
                targetsBy: {
                    dimension: string;
                    of: {
                        [key: string]: {
                            target?: number;
                            warning?: number;
                        };
                    };
                } | null;
                /** @enum {string} */
                unit: "count" | "seconds" | "share" | "score" | "number";
                warning: number | null;
            };
            n: number;
            parts: {
                figure: string;
                population: string;
                role: string;
                /**
                 * @description Of the value.
                 * @enum {string}
                 */
                unit: "count" | "seconds" | "share" | "score" | "number";
                value: number | null;
            }[];
            period: {
                compared: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                } | null;
                /** Format: date-time */
                from: string;
                grain: ("hour" | "day" | "week" | "month") | null;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /**
                 * Format: date-time
                 * @description How far the period has come: its end, or now.
                 */
                until: string;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            populations: {
                description: string;
                /** @description Which column each dimension means here. */
                dimensions: {
                    [key: string]: string;
                };
                fact: string;
                id: string;
                period: string;
                where: string | null;
            }[];
            statements: {
                params: {
                    [key: string]: unknown;
                };
                population: string;
                sql: string;
            }[];
            value: number | null;
            withheld: boolean;
        };
        Exploration: {
            id: string;
            /** @description Whether the caller may change it. */
            isMine: boolean;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            /** @description Whether everybody of the workspace sees it. */
            shared: boolean;
            spec: components["schemas"]["ExplorationSpec"];
        };
        ExplorationSpec: {
            /** @enum {string} */
            chart: "number" | "gauge" | "line" | "area" | "bar" | "stacked" | "funnel" | "sankey" | "heat" | "map" | "scatter" | "distribution" | "table";
            period?: string;
            question: {
                /** @enum {string} */
                benchmark?: "startup" | "growth" | "scale" | "enterprise";
                /** @enum {string} */
                calendar?: "elapsed" | "business";
                /** @enum {string} */
                compare?: "previous" | "lastYear";
                dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                filters?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    values: string[];
                }[];
                /** @enum {string} */
                grain?: "hour" | "day" | "week" | "month";
                having?: {
                    /** @enum {string} */
                    compare: "<" | "<=" | ">" | ">=";
                    /** @enum {string} */
                    metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                    value: number;
                }[];
                limit?: number;
                metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                order?: {
                    by: string;
                    /** @enum {string} */
                    direction?: "asc" | "desc";
                };
                segment?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    values: string[];
                }[];
            };
            title: string;
        };
        ExplorationSpecInput: {
            /** @enum {string} */
            chart: "number" | "gauge" | "line" | "area" | "bar" | "stacked" | "funnel" | "sankey" | "heat" | "map" | "scatter" | "distribution" | "table";
            period?: string;
            question: {
                /** @enum {string} */
                benchmark?: "startup" | "growth" | "scale" | "enterprise";
                /** @enum {string} */
                calendar?: "elapsed" | "business";
                /** @enum {string} */
                compare?: "previous" | "lastYear";
                dimensions?: (("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`)[];
                filters?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    values: string[];
                }[];
                /** @enum {string} */
                grain?: "hour" | "day" | "week" | "month";
                having?: {
                    /** @enum {string} */
                    compare: "<" | "<=" | ">" | ">=";
                    /** @enum {string} */
                    metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
                    value: number;
                }[];
                limit?: number;
                metrics: ("created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent")[];
                order?: {
                    by: string;
                    /** @enum {string} */
                    direction?: "asc" | "desc";
                };
                segment?: {
                    dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                    not?: boolean;
                    values: string[];
                }[];
            };
            title: string;
        };
        FairComparison: {
            /** @description Cases of a kind that nobody else had. */
            alone: number;
            /** @description How far from the expectation, in half widths of the interval. */
            clearness: number;
            /** @description What all together achieve in this person’s mix of cases. */
            expected: number;
            high: number;
            /** @description The lower end of where the figure lies with 95 % certainty. */
            low: number;
            /**
             * @description `alike` unless the expectation lies outside of the interval.
             * @enum {string}
             */
            verdict: "better" | "worse" | "alike";
        };
        FeedbackDrivers: {
            amounts: components["schemas"]["DriverAmount"][];
            /** @description CSAT answers of the period; null where withheld. */
            answers: number | null;
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            /** @description Plain means in bands of what the tickets went through; nothing else is held as it is. */
            bands: {
                bands: {
                    band: string;
                    interval: number[] | null;
                    mean: number | null;
                    n: number;
                    satisfied: number | null;
                    withheld: boolean;
                }[];
                /** @enum {string} */
                by: "first_response" | "handed_on" | "escalations" | "reopens";
            }[];
            choices: components["schemas"]["DriverChoice"][];
            /** @description The share of the variance of the scores that all drivers explain (R²). */
            explained: number | null;
            leftOut: {
                answers: number | null;
                /** @enum {string} */
                reason: "no_reply" | "not_resolved" | "older";
            }[];
            /** @description Mean score of the answers used, of 1 to 5. */
            mean: number | null;
            /** @description How many usable answers it takes. */
            needed: number;
            /** @enum {string} */
            outcome: "computed" | "too_few" | "all_alike" | "withheld";
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
            };
            used: number;
        };
        Figure: {
            /** @description Of a metric that has one, where a stage is said. */
            benchmark?: components["schemas"]["Benchmark"];
            /** @description The 95 % interval by Wilson, of fewer than 100. */
            interval?: number[] | null;
            /** @description What it rests on. */
            n: number;
            previous?: number | null;
            /** @description How many of n are so young that the number can still change. */
            provisional?: number;
            /** @description Of the segment that is compared with. */
            segment?: number | null;
            /** @description Of a count: its part of the whole; the parts add to 1. */
            share?: number | null;
            /** @description To its target and warning; null without. */
            standing: ("met" | "missed" | "warns") | null;
            /** @description Null where there is nothing to measure, and where it is withheld. */
            value: number | null;
            /** @description It would say what single people did. */
            withheld: boolean;
        };
        FirstSteps: {
            /** @description A help desk is connected, a file was brought, or there is a key that may send events. */
            connected: boolean;
            /** @description They are not to be shown any more. */
            dismissed: boolean;
            /** @description Somebody has read a dashboard with tickets in it. */
            insight: boolean;
            /** @description Somebody has saved an SLA policy, or said that those to begin with are to stay. */
            promise: boolean;
            /** @description A ticket has come in. */
            tickets: boolean;
        };
        FollowUps: {
            answers: components["schemas"]["LowAnswer"][];
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            /** @description Of those listed; null where the viewer may see no answer by itself. */
            counts: {
                inTime: number;
                late: number;
                open: number;
                overdue: number;
            } | null;
            /** @description False where there are more than are listed. */
            isWhole: boolean;
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
            };
        };
        Goal: {
            /** @description How it ended, and what was measured then; null while it is open. */
            closed: {
                /** Format: date-time */
                at: string;
                by: string;
                measured: number | null;
                /** @enum {string} */
                outcome: "reached" | "missed" | "dropped";
            } | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Which values are better.
             * @enum {string}
             */
            direction: "higher" | "lower";
            /**
             * Format: date-time
             * @description The end of its last day.
             */
            endsAt: string;
            /**
             * @description What its numbers are filtered by: its own filters, and whose they are.
             * @default []
             */
            filters: {
                dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                not?: boolean;
                values: string[];
            }[];
            id: string;
            /** @description Whether the caller may change it. */
            mayChange: boolean;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            spec: components["schemas"]["GoalSpec"];
            /** @description How it stands; null once it is closed. */
            standing: components["schemas"]["GoalStanding"] | null;
            /** Format: date-time */
            startsAt: string;
            timeZone: string;
            version: number;
            /** @description The name of the team or agent; null where it is everybody’s. */
            whoseName: string | null;
        };
        GoalDetail: {
            /**
             * Format: date-time
             * @description When it was looked at.
             */
            asOf: string;
            /** @description How it ended, and what was measured then; null while it is open. */
            closed: {
                /** Format: date-time */
                at: string;
                by: string;
                measured: number | null;
                /** @enum {string} */
                outcome: "reached" | "missed" | "dropped";
            } | null;
            course: {
                points: {
                    /** Format: date-time */
                    at: string;
                    expected: number;
                    /** @description Not whole, or not there yet. */
                    incomplete: boolean;
                    n: number;
                    /** @description On the line of the trend, from the last whole step on. */
                    projected: number | null;
                    value: number | null;
                    /** @description It would say what single people did. */
                    withheld: boolean;
                }[];
                /** @description Where the median of the slopes between all whole steps leads by the end; `early` of too few or too little time. */
                projection: {
                    n: number;
                    reaches: boolean;
                    /** @constant */
                    status: "projected";
                    value: number;
                } | {
                    n: number;
                    /** @constant */
                    status: "early";
                };
                /** @enum {string} */
                step: "day" | "week";
            };
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Which values are better.
             * @enum {string}
             */
            direction: "higher" | "lower";
            /**
             * Format: date-time
             * @description The end of its last day.
             */
            endsAt: string;
            /**
             * @description What its numbers are filtered by: its own filters, and whose they are.
             * @default []
             */
            filters: {
                dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                not?: boolean;
                values: string[];
            }[];
            id: string;
            /** @description Whether the caller may change it. */
            mayChange: boolean;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            spec: components["schemas"]["GoalSpec"];
            /** @description How it stands; null once it is closed. */
            standing: components["schemas"]["GoalStanding"] | null;
            /** Format: date-time */
            startsAt: string;
            timeZone: string;
            version: number;
            /** @description The name of the team or agent; null where it is everybody’s. */
            whoseName: string | null;
        };
        GoalDraftInput: {
            baseline: {
                /** @constant */
                from: "facts";
            } | {
                /** @constant */
                from: "typed";
                source: string;
                value: number;
            };
            /**
             * Format: date
             * @description The last day, by whose end the target is to be met
             */
            endsOn: string;
            /** @default [] */
            filters?: {
                dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                not?: boolean;
                values: string[];
            }[];
            /** @enum {string} */
            metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
            /** @default  */
            note?: string;
            owner: string;
            /** Format: date */
            startsOn: string;
            target: number;
            title?: string;
            whose: {
                /** @constant */
                to: "all";
            } | {
                id: string;
                /** @constant */
                to: "team";
            } | {
                id: string;
                /** @constant */
                to: "agent";
            };
            /** @enum {number} */
            windowDays: 7 | 28;
        };
        GoalSpec: {
            baseline: {
                /** @constant */
                from: "facts";
                n: number;
                value: number;
            } | {
                /** @constant */
                from: "typed";
                source: string;
                value: number;
            };
            /**
             * Format: date
             * @description The last day, by whose end the target is to be met
             */
            endsOn: string;
            /** @default [] */
            filters: {
                dimension: ("team" | "agent" | "support_tier" | "source" | "channel" | "category" | "product" | "priority" | "status" | "customer_tier" | "plan" | "country" | "region" | "customer" | "organisation" | "domain" | "tenure" | "lifecycle" | "language" | "service_site" | "service_region" | "tags" | "created_by" | "escalation_kind" | "context" | "path" | "to_tier" | "to_team" | "clock" | "promised_tier" | "policy" | "charged" | "team_at_breach" | "agent_at_breach" | "presence" | "holder" | "duration" | "weekday" | "hour" | "age") | `custom:${string}`;
                not?: boolean;
                values: string[];
            }[];
            /** @enum {string} */
            metric: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
            /** @default  */
            note: string;
            owner: string;
            /** Format: date */
            startsOn: string;
            target: number;
            title?: string;
            whose: {
                /** @constant */
                to: "all";
            } | {
                id: string;
                /** @constant */
                to: "team";
            } | {
                id: string;
                /** @constant */
                to: "agent";
            };
            /** @enum {number} */
            windowDays: 7 | 28;
        };
        GoalStanding: {
            /** @description On the straight way from the baseline to the target, now. */
            expected: number;
            /** Format: date-time */
            from: string;
            /** @description The baseline meets the target, which is to be held. */
            isHeld: boolean;
            n: number;
            /**
             * @description On track within a tenth of the whole way, far behind beyond three tenths of it; `unknown` without a value.
             * @enum {string}
             */
            pace: "ahead" | "on_track" | "behind" | "far_behind" | "reached" | "missed" | "unknown";
            /** @description The part of the way that is behind; null where the target is to be held, and without a value. */
            progress: number | null;
            /**
             * Format: date-time
             * @description The window over which it is measured ends now, to the minute.
             */
            to: string;
            value: number | null;
            /** @description It would say what single people did. */
            withheld: boolean;
        };
        Health: {
            analytics: {
                asOf: string | null;
                detail: string | null;
                ok: boolean;
            };
            live: {
                listening: boolean;
                number: string;
                watchers: number;
            };
            /** @description Events are accepted and lists answer. */
            ok: boolean;
            postgres: {
                detail: string | null;
                ok: boolean;
            };
        };
        History: {
            /** @description False while older tickets are still coming in, newest first: figures of their days are not whole. */
            complete: boolean;
            /** @description The first day, in the workspace’s zone, that is in; null before any is, and when all are. */
            since: string | null;
        };
        Identity: {
            /** @description The agent they are in this workspace. */
            agentId: string | null;
            id: string;
            name: string;
            /** @enum {string} */
            role: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
            title: string;
        };
        ImportAccount: {
            accepted: number;
            duplicate: number;
            events: number;
            parked: number;
            /** @description The first of them */
            readonly parkings: {
                line: number;
                reason: string;
            }[];
            /** @description Events that the door turned away */
            rejected: number;
            /** @description The first of them */
            readonly rejections: {
                line: number;
                reason: string;
            }[];
            /** @description What an earlier run had brought in already */
            resumedAfter?: number;
            rows: number;
            /** @description Rows that could not be read */
            rowsRejected: number;
            /** @description Tickets, where rows of one ticket are brought together */
            subjects: number | null;
            /** @description What was odd without being wrong */
            warnings: {
                count: number;
                kind: string;
                value: string;
            }[];
        };
        ImportColumn: {
            distinct: number;
            filled: number;
            /** @enum {string} */
            kind: "empty" | "time" | "number" | "truth" | "email" | "text";
            /** @description What the values plainly stand for, by attribute */
            maps: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            name: string;
            readonly samples: string[];
            time: {
                readonly candidates: string[];
                example: {
                    readonly readings: {
                        day: string;
                        format: string;
                    }[];
                    text: string;
                } | null;
                /** @description Null where a person has to say which of the candidates */
                format: string | null;
                /** @description Some values do not say their time zone */
                isNaive: boolean;
                unread: number;
            } | null;
            /** @description All of them, where they are few */
            readonly values: {
                count: number;
                value: string;
            }[];
        };
        ImportDetection: {
            readonly columns: components["schemas"]["ImportColumn"][];
            faultCount: number;
            readonly faults: {
                line: number;
                reason: string;
            }[];
            file: {
                delimiter: string;
                /** @enum {string} */
                encoding: "utf-8" | "utf-16le" | "utf-16be" | "latin1";
                header: boolean;
                quote: string;
            };
            isPacked: boolean;
            isWhole: boolean;
            /** @description A mapping, as docs/import.md explains it and the command line takes it */
            mapping: {
                [key: string]: unknown;
            };
            readonly rows: string[][];
            rowsSeen: number;
            /** @enum {string} */
            shape: "tickets" | "snapshots" | "events" | "history" | "agents" | "teams" | "organisations" | "customers";
            /** @description What a column can be taken for */
            readonly targets: {
                isNeeded: boolean;
                isTime: boolean;
                readonly meanings: string[];
                path: string;
            }[];
        };
        ImportFile: {
            account: components["schemas"]["ImportAccount"] | null;
            bytes: number;
            endedAt: string | null;
            /** @description Its bytes are kept: for a day, or until it is imported */
            hasFile: boolean;
            /** @description There is a file of the rows that were not taken */
            hasRejects: boolean;
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            mapping: {
                [key: string]: unknown;
            } | null;
            name: string;
            problem: {
                detail: string;
                readonly fields: {
                    field: string;
                    message: string;
                }[];
            } | null;
            progress: {
                bytes: number;
                events: number;
                ofBytes: number;
            } | null;
            /** @description Where the next part begins */
            received: number;
            startedAt: string | null;
            /** @enum {string} */
            state: "uploading" | "ready" | "waiting" | "running" | "finished" | "stopped" | "cancelled" | "failed";
        };
        ImportPreview: {
            account: components["schemas"]["ImportAccount"];
            readonly events: {
                event: {
                    [key: string]: unknown;
                };
                line: number;
            }[];
            firstRows: number;
            readonly rejects: {
                line: number;
                reason: string;
                row: string;
            }[];
        };
        Inbox: {
            items: components["schemas"]["InboxItem"][];
            next: string | null;
            /** @description In all of the inbox. */
            unread: number;
        };
        InboxItem: {
            advice: string[];
            alertId: string | null;
            /**
             * Format: date-time
             * @description When it came into the inbox.
             */
            at: string;
            /** @enum {string} */
            event: "fired" | "escalated" | "acknowledged" | "snoozed" | "resolved";
            /** @description The question to the catalogue whose answer it is about. */
            explain: {
                [key: string]: unknown;
            } | null;
            facts: {
                label: string;
                value: string;
            }[];
            /** Format: date-time */
            happenedAt: string;
            id: string;
            /** @description Paths of this installation. */
            links: {
                label: string;
                path: string;
            }[];
            readAt: string | null;
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            /** @description What the ticket is about; null where it is not for whoever asks, or is not known any more. */
            subject: string | null;
            ticketId: string | null;
            title: string;
            what: string;
            why: string;
        };
        InboxReadInput: {
            ids: "all" | string[];
            /** @default true */
            read?: boolean;
        };
        Incident: {
            actions: {
                /** Format: date-time */
                createdAt: string;
                dueOn: string | null;
                endedAt: string | null;
                id: string;
                owner: components["schemas"]["Named"] | null;
                /** @enum {string} */
                state: "open" | "done" | "dropped";
                title: string;
            }[];
            assessment: {
                /** @enum {string} */
                block: "complete" | "major" | "minor";
                readonly overrides: ("security" | "data_loss" | "payments")[];
                /** @enum {string} */
                users: "one" | "multiple" | "all";
            };
            readonly channels: string[];
            checklist: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Named"] | null;
                item: string;
            }[];
            commander: components["schemas"]["Named"] | null;
            customers: components["schemas"]["Named"][];
            customersHit: number;
            declaredAt: string | null;
            declaredBy: components["schemas"]["Named"] | null;
            detectedBy: string | null;
            dismissedFor: string | null;
            escalation: {
                doneAt: string | null;
                /** Format: date-time */
                dueAt: string;
                /** @enum {string} */
                severity: "SEV1" | "SEV2" | "SEV3" | "SEV4" | "SEV5";
                step: number;
                to: string;
            }[];
            id: string;
            impact: {
                breachedPromises: number;
                breachedTickets: number;
                readonly byRegion: {
                    customers: number;
                    tickets: number;
                    value: string;
                }[];
                readonly byTier: {
                    customers: number;
                    tickets: number;
                    value: string;
                }[];
                customers: number;
                /** @description Tickets that were merged into one of them: none of their own, and their customers count. */
                duplicates: number;
                open: number;
                organisations: number;
                /** @description What the organisations that were hit pay in a month. */
                readonly revenue: {
                    amount: number;
                    currency: string;
                    organisations: number;
                }[];
                tickets: number;
            };
            impactSeconds: number | null;
            /** @description False where the timeline has only the newest thousand. */
            isWhole: boolean;
            /** @description Why it cannot be closed yet. */
            keptOpenBy: ("unresolved" | "review" | "actions") | null;
            openActions: number;
            /**
             * Format: date-time
             * @description When it was declared; else proposed.
             */
            openedAt: string;
            policyVersion: number;
            regions: string[];
            resolvedAt: string | null;
            response: {
                /** Format: date-time */
                dueAt: string;
                missedAt: string | null;
                /** @description The first deed of a person. */
                stoppedAt: string | null;
            } | null;
            review: {
                completedAt: string | null;
                completedBy: components["schemas"]["Named"] | null;
                lacks: ("summary" | "rootCause" | "toImprove" | "actions")[];
                needed: boolean;
                revenueImpact: string;
                rootCause: string;
                stamps: {
                    causeFoundAt: string | null;
                    declaredAt: string | null;
                    fixedAt: string | null;
                    impactEndedAt: string | null;
                    pagedAt: string | null;
                    reportedAt: string | null;
                };
                summary: string;
                toImprove: string[];
                wentWell: string[];
            };
            reviewDueAt: string | null;
            roles: {
                commander: components["schemas"]["Named"][];
                communications: components["schemas"]["Named"][];
                expert: components["schemas"]["Named"][];
                scribe: components["schemas"]["Named"][];
                technical_lead: components["schemas"]["Named"][];
            };
            services: string[];
            severities: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                to: "SEV1" | "SEV2" | "SEV3" | "SEV4" | "SEV5";
            }[];
            /** @enum {string} */
            severity: "SEV1" | "SEV2" | "SEV3" | "SEV4" | "SEV5";
            severityReason: string;
            /** @enum {string} */
            stage: "proposed" | "dismissed" | "investigating" | "identified" | "monitoring" | "resolved" | "closed";
            startedAt: string | null;
            summary: string;
            /** @description Of tickets in sight, those linked. */
            ticketIds: string[];
            tickets: number;
            timeline: {
                agent: components["schemas"]["Named"] | null;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Named"] | null;
                id: string;
                /** @description The timer said so, and what came late says otherwise. */
                isSuperseded: boolean;
                said: {
                    [key: string]: string | number | boolean | null;
                };
                source: string;
                subject: string | null;
                text: string | null;
                ticket: string | null;
                type: string;
            }[];
            title: string;
            update: {
                atResolution: boolean;
                /** @description When customers are to be told next. */
                dueAt: string | null;
                everySeconds: number | null;
                /** @description Of them in a row just now. */
                missing: number;
                /** Format: date-time */
                since: string;
                /** @description Intervals that passed without an update, of its whole course. */
                skipped: number;
            };
        };
        IncidentBrief: {
            commander: components["schemas"]["Named"] | null;
            customersHit: number;
            declaredAt: string | null;
            id: string;
            /** @description Why it cannot be closed yet. */
            keptOpenBy: ("unresolved" | "review" | "actions") | null;
            openActions: number;
            /**
             * Format: date-time
             * @description When it was declared; else proposed.
             */
            openedAt: string;
            regions: string[];
            resolvedAt: string | null;
            response: {
                /** Format: date-time */
                dueAt: string;
                missedAt: string | null;
                /** @description The first deed of a person. */
                stoppedAt: string | null;
            } | null;
            reviewDueAt: string | null;
            services: string[];
            /** @enum {string} */
            severity: "SEV1" | "SEV2" | "SEV3" | "SEV4" | "SEV5";
            severityReason: string;
            /** @enum {string} */
            stage: "proposed" | "dismissed" | "investigating" | "identified" | "monitoring" | "resolved" | "closed";
            startedAt: string | null;
            summary: string;
            tickets: number;
            title: string;
            update: {
                atResolution: boolean;
                /** @description When customers are to be told next. */
                dueAt: string | null;
                everySeconds: number | null;
                /** @description Of them in a row just now. */
                missing: number;
                /** Format: date-time */
                since: string;
                /** @description Intervals that passed without an update, of its whole course. */
                skipped: number;
            };
        };
        IncidentPolicy: {
            policy: {
                reviewSeconds: number;
                terms: {
                    [key: string]: {
                        channels: string[];
                        escalation: {
                            afterSeconds: number;
                            to: string;
                        }[];
                        responseSeconds: number;
                        updateSeconds: number | null;
                    };
                };
                version: number;
            };
            savedAt: string | null;
            savedBy: string | null;
        };
        Invitation: {
            /** @description The agent of the help desk that the person is. */
            agentId: string | null;
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            invitedBy: string;
            /** @enum {string} */
            role: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
            /** @description Teams they see besides those of the agent. */
            readonly teams: string[];
        };
        Kept: {
            breached: number;
            compliance: number | null;
            met: number;
            /** @description Took twice the target or more. */
            severe: number;
            /** @description Mean share of the target that was used. */
            shareOfTarget: number | null;
        };
        ListedChannel: {
            active: boolean;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description Why it is off, where nobody turned it off: what its receiver said last. */
            fault: string | null;
            id: string;
            /** @enum {string} */
            kind: "slack" | "teams" | "pagerduty" | "webhook" | "mail";
            /** @description The host that is called, or the address; what is secret of it is never shown. */
            leadsTo: string;
            name: string;
            /** @description Of the last hundred messages. */
            recent: {
                /** @description What the receiver said last instead of taking a message: when that is tried again, or when it was given up. */
                failure: {
                    endedAt: string | null;
                    nextAt: string | null;
                    reason: string;
                } | null;
                sentAt: string | null;
                /** @description Messages that wait, to go or to be tried again. */
                waiting: number;
            };
            settings: components["schemas"]["ChannelSettings"];
        };
        LowAnswer: {
            /** @description Whom the answer speaks of. */
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            answeredAt: string;
            category: string;
            channel: string;
            /** @description Null where there is none, it was erased, or the viewer may not read it. */
            comment: string | null;
            /** @description The first public reply on the ticket since, or ticket that an agent opened for the customer. */
            contact: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Named"] | null;
                /** @enum {string} */
                kind: "reply" | "new_ticket";
                ticket: string | null;
            } | null;
            customerTier: string | null;
            /** @description To further questions, as they were read. Empty where there are none, they were erased, or the viewer may not read them. */
            readonly furtherAnswers: {
                answer: string;
                question: string;
            }[];
            hasComment: boolean;
            organisation: components["schemas"]["Named"] | null;
            requester: components["schemas"]["Named"] | null;
            scale: number;
            score: number;
            /**
             * @description A contact within a day is in time.
             * @enum {string}
             */
            state: "open" | "overdue" | "late" | "in_time";
            survey: string;
            team: components["schemas"]["Named"] | null;
            ticket: string;
        };
        MailLetter: {
            attempts: number;
            endedAt: string | null;
            id: string;
            /** Format: date-time */
            madeAt: string;
            /** @description When it is tried next; null when it has ended. */
            nextAt: string | null;
            /** @description What the last try met; null when it went well. */
            reason: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
            /** @description What kind of letter it is, such as `invitation`. */
            template: string;
            to: string;
        };
        MappedConditionInput: {
            is?: ((string | number | boolean) | null)[];
            isNot?: ((string | number | boolean) | null)[];
            pointer: string;
            present?: boolean;
        } | {
            is?: ((string | number | boolean) | null)[];
            isNot?: ((string | number | boolean) | null)[];
            item: string;
            present?: boolean;
        };
        MappedValueInput: {
            format?: string;
            html?: boolean;
            map?: {
                [key: string]: string | null;
            };
            otherwise?: string | null;
            pick?: string;
            pointer: string;
            prefix?: string;
            split?: string;
            zone?: string;
        } | {
            format?: string;
            html?: boolean;
            item: string;
            map?: {
                [key: string]: string | null;
            };
            otherwise?: string | null;
            pick?: string;
            prefix?: string;
            split?: string;
            zone?: string;
        } | {
            value: (string | number | boolean) | null;
        } | {
            template: string;
        };
        Member: {
            active: boolean;
            /** @description The agent of the help desk that the person is. */
            agentId: string | null;
            email: string;
            externalId: string | null;
            hasSecondFactor: boolean;
            id: string;
            /** Format: date-time */
            joinedAt: string;
            lastSeenAt: string | null;
            name: string;
            /** @enum {string} */
            role: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
            /** @description Teams they see besides those of the agent. */
            readonly teams: string[];
        };
        Metric: {
            /** @description What is well, where it is neither to be high nor low. */
            band: {
                from: number;
                to: number;
                warnsAbove: number;
                warnsBelow: number;
            } | null;
            /** @enum {string} */
            betterWhen: "higher" | "lower" | "neutral";
            /** @description How it counts time: by the clock on the wall or within opening hours; null where it counts none. */
            calendar: ("elapsed" | "business") | null;
            /** @description In which of these it can be asked. */
            calendars: ("elapsed" | "business")[];
            description: string;
            /** @description By what it can be divided and filtered. */
            dimensions: string[];
            family: string;
            formula: string;
            id: string;
            label: string;
            /** @description What puts a row into a period, for each side of the number. */
            period: string[];
            /** @description The section of the definitions. */
            source: string;
            /** @description Of a duration: the count that, divided by `duration`, shows how it spreads. */
            spread: string | null;
            target: number | null;
            /** @description The targets of numbers that are of one value of the dimension. */
            targetsBy: {
                dimension: string;
                of: {
                    [key: string]: {
                        target?: number;
                        warning?: number;
                    };
                };
            } | null;
            /** @enum {string} */
            unit: "count" | "seconds" | "share" | "score" | "number";
            warning: number | null;
        };
        /** @enum {string} */
        MetricIdInput: "created" | "resolved" | "resolution_rate" | "net_flow" | "requesters" | "tickets_per_requester" | "tickets_per_100_customers" | "outbound_share" | "urgent_share" | "high_share" | "duplicates" | "contacts_affected" | "backlog" | "backlog_mean" | "queue_depth" | "backlog_age" | "backlog_age_mean" | "backlog_age_p90" | "unassigned_share" | "pending_share" | "waiting" | "unanswered" | "wait_so_far" | "longest_wait_so_far" | "first_response" | "first_response_p75" | "first_response_p90" | "first_response_p95" | "first_response_mean" | "next_response" | "next_response_p75" | "next_response_p90" | "next_response_p95" | "next_response_mean" | "reply_wait" | "reply_wait_p75" | "reply_wait_p90" | "reply_wait_p95" | "reply_wait_mean" | "first_response_of_created" | "first_response_of_created_p75" | "first_response_of_created_p90" | "first_response_of_created_p95" | "first_response_of_created_mean" | "first_response_of_cycle" | "first_response_of_cycle_p75" | "first_response_of_cycle_p90" | "first_response_of_cycle_p95" | "first_response_of_cycle_mean" | "first_answer" | "first_answer_p75" | "first_answer_p90" | "first_answer_p95" | "first_answer_mean" | "replies_given" | "first_replies" | "next_replies" | "tickets_answered" | "first_response_within_hour" | "resolution" | "resolution_p75" | "resolution_p90" | "resolution_p95" | "resolution_mean" | "first_resolution" | "first_resolution_p75" | "first_resolution_p90" | "first_resolution_p95" | "first_resolution_mean" | "first_resolved" | "active_resolution" | "active_resolution_p75" | "active_resolution_p90" | "active_resolution_p95" | "active_resolution_mean" | "requester_wait" | "requester_wait_p75" | "requester_wait_p90" | "requester_wait_p95" | "requester_wait_mean" | "agent_work" | "agent_work_p75" | "agent_work_p90" | "agent_work_p95" | "agent_work_mean" | "pending_time" | "on_hold_time" | "longest_wait" | "resolved_silently" | "fcr" | "reopen" | "durable_resolution" | "come_back" | "containment" | "no_escalation" | "bot_involvement" | "path_bot" | "path_one" | "path_several" | "path_escalated" | "escalations" | "escalation" | "with_bot" | "handed_over" | "handed_over_escalated" | "escalated_onward" | "bot_handover" | "re_escalation" | "context_kept" | "escalation_confidence" | "escalated_resolution" | "escalated_resolution_p75" | "escalated_resolution_p90" | "escalated_resolution_p95" | "escalated_resolution_mean" | "escalated_csat" | "escalated_csat_mean" | "sla_compliance" | "sla_first_response" | "sla_next_response" | "sla_resolution" | "sla_met" | "sla_breached" | "sla_severe" | "sla_share_of_target" | "sla_at_risk" | "sla_overdue" | "csat" | "csat_prompt" | "csat_late" | "csat_mean" | "csat_low" | "csat_commented" | "survey_response" | "nps" | "ces" | "ces_of_7" | "nps_low" | "csat_answers" | "nps_answers" | "ces_answers" | "replies_per_ticket" | "customer_messages_per_ticket" | "notes_per_ticket" | "transfers_per_ticket" | "reassignments_per_ticket" | "transferred" | "handle_time_total" | "handle_time" | "held_time" | "held_per_ticket" | "let_go_time" | "let_go_mean" | "unassigned_time_share" | "worked_on" | "stretches_of_work" | "utilisation" | "occupancy" | "away_share" | "escalation_capacity" | "time_logged_in" | "time_available" | "time_on_tickets" | "agents_logged_in" | "resolved_per_hour" | "open_per_agent";
        Named: {
            id: string;
            /** @description The id where no name is known. */
            name: string;
        };
        NewChannelInput: {
            credentials: {
                url: string;
            };
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            /** @constant */
            kind: "slack";
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        } | {
            credentials: {
                url: string;
            };
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            /** @constant */
            kind: "teams";
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        } | {
            credentials: {
                /**
                 * @default us
                 * @enum {string}
                 */
                region?: "us" | "eu";
                routingKey: string;
            };
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            /** @constant */
            kind: "pagerduty";
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        } | {
            credentials: {
                url: string;
            };
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            /** @constant */
            kind: "webhook";
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        } | {
            credentials: {
                to: string;
            };
            /**
             * @default info
             * @enum {string}
             */
            from?: "info" | "warning" | "critical";
            /** @default false */
            isPersonal?: boolean;
            /** @constant */
            kind: "mail";
            name: string;
            /** @default null */
            quiet?: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            /** @default null */
            template?: string | null;
            /** @default null */
            timeZone?: string | null;
        };
        NewestMessages: {
            items: components["schemas"]["TicketMessage"][];
            /** @description Names of the people, teams and organisations that the items mention, by id. */
            names: {
                [key: string]: string;
            };
        };
        NotificationPreferences: {
            digestAt: string | null;
            onShiftOnly: boolean;
            quiet: {
                /** @default [] */
                readonly days: number[];
                from: string;
                to: string;
            } | null;
            timeZone: string | null;
            ways: {
                readonly critical: ("inbox" | "mail")[];
                readonly info: ("inbox" | "mail")[];
                readonly warning: ("inbox" | "mail")[];
            };
        };
        NotificationPreferencesInput: {
            digestAt: string | null;
            onShiftOnly: boolean;
            quiet: {
                /** @default [] */
                readonly days?: number[];
                from: string;
                to: string;
            } | null;
            timeZone: string | null;
            ways: {
                readonly critical: ("inbox" | "mail")[];
                readonly info: ("inbox" | "mail")[];
                readonly warning: ("inbox" | "mail")[];
            };
        };
        OnCallOverride: {
            /** Format: date-time */
            from: string;
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            person: components["schemas"]["Named"];
            reason: string;
            /** Format: date-time */
            to: string;
        };
        OnCallSchedule: {
            /** @description The dates of public holidays, by its calendar. */
            holidays: string[];
            id: string;
            now: {
                /** @description Null where nobody is on call. */
                next: components["schemas"]["Named"] | null;
                /** @description Null where nobody is on call. */
                person: components["schemas"]["Named"] | null;
                /** @description When somebody else, or nobody, is on call; null where that is beyond 92 days. */
                until: string | null;
            };
            /** @description Everybody who is named in it. */
            people: components["schemas"]["Named"][];
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
            spec: components["schemas"]["OnCallScheduleSpec"];
            version: number;
            /** @description What is wrong with the next four weeks by the rules of on-call. */
            warnings: {
                count: number;
                from: string | null;
                /** @enum {string} */
                kind: "gap" | "gone" | "unreachable" | "on_holiday" | "few_people" | "long_run" | "night_hand_off" | "no_backup" | "public_holiday";
                /** @description The place of the layer it is about. */
                layer: number | null;
                person: components["schemas"]["Named"] | null;
                /** @description The stretch, or the first of several. */
                to: string | null;
            }[];
        };
        OnCallScheduleSpec: {
            /** @default [] */
            readonly away: {
                /** Format: date */
                from: string;
                person: string;
                /** Format: date */
                to: string;
            }[];
            /** @default null */
            calendar: string | null;
            readonly layers: {
                handOff: {
                    at: string;
                    /**
                     * @default mon
                     * @enum {string}
                     */
                    weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                };
                /** @default null */
                hours: {
                    fri?: [
                        string,
                        string
                    ][];
                    mon?: [
                        string,
                        string
                    ][];
                    sat?: [
                        string,
                        string
                    ][];
                    sun?: [
                        string,
                        string
                    ][];
                    thu?: [
                        string,
                        string
                    ][];
                    tue?: [
                        string,
                        string
                    ][];
                    wed?: [
                        string,
                        string
                    ][];
                } | null;
                name: string;
                readonly people: string[];
                /** Format: date */
                startsOn: string;
                turn: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days" | "weeks";
                };
                /** @default null */
                zone: string | null;
            }[];
            name: string;
            zone: string;
        };
        OnCallScheduleSpecInput: {
            /** @default [] */
            readonly away?: {
                /** Format: date */
                from: string;
                person: string;
                /** Format: date */
                to: string;
            }[];
            /** @default null */
            calendar?: string | null;
            readonly layers: {
                handOff: {
                    at: string;
                    /**
                     * @default mon
                     * @enum {string}
                     */
                    weekday?: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                };
                /** @default null */
                hours?: {
                    fri?: [
                        string,
                        string
                    ][];
                    mon?: [
                        string,
                        string
                    ][];
                    sat?: [
                        string,
                        string
                    ][];
                    sun?: [
                        string,
                        string
                    ][];
                    thu?: [
                        string,
                        string
                    ][];
                    tue?: [
                        string,
                        string
                    ][];
                    wed?: [
                        string,
                        string
                    ][];
                } | null;
                name: string;
                readonly people: string[];
                /** Format: date */
                startsOn: string;
                turn: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days" | "weeks";
                };
                /** @default null */
                zone?: string | null;
            }[];
            name: string;
            zone: string;
        };
        OnCallShift: {
            /** Format: date-time */
            from: string;
            /** @description Because of the layer in this place. */
            layer: number | null;
            /** @description Because of this override. */
            override: string | null;
            /** @description Null where nobody is on call. */
            person: components["schemas"]["Named"] | null;
            /** Format: date-time */
            to: string;
        };
        OpenClock: {
            breachesAt: string | null;
            /** @description Closed seconds between the last of `closings` and `breachesAt`; 0 where all are listed. Until the last of them ends, the business time left is the time until `breachesAt`, less what of `closings` is still ahead, less this. Where this is not 0, nothing is said of when it is closed after the last of them. */
            closedAfterSeconds: number;
            /** @description Of one that runs: when its calendar is closed between the last event of its ticket and `breachesAt`, the 4 nearest stretches at most, in order, as from, to, from, to …, each in seconds before `breachesAt`, the to not included. In them it does not count. Empty for one that stands still, is breached, or cannot be. */
            closings: number[];
            dueAt: string | null;
            isRunning: boolean;
            metric: string;
            policy: {
                id: string;
                name: string;
                version: number;
            };
            /** @enum {string} */
            risk: "breached" | "critical" | "at_risk" | "watched" | "calm" | "paused" | "unpromised";
            /** Format: date-time */
            startedAt: string;
            steps: {
                /** Format: date-time */
                at: string;
                step: number;
            }[];
            targetSeconds: number | null;
            ticket: {
                assignee: components["schemas"]["Named"] | null;
                id: string;
                organisation: components["schemas"]["OrganisationBrief"] | null;
                /** @enum {string} */
                priority: "P1" | "P2" | "P3" | "P4" | "P5";
                requester: components["schemas"]["Named"] | null;
                /** @enum {string} */
                status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
                subject: string | null;
                team: components["schemas"]["Named"] | null;
            };
        };
        OpenClocks: {
            /** Format: date-time */
            asOf: string;
            clocks: components["schemas"]["OpenClock"][];
            /** @description How many of the others’ choice are at each risk; the risk asked for does not narrow them. */
            counts: {
                [key: string]: number;
            };
            total: number;
        };
        Organisation: {
            csm: components["schemas"]["Named"] | null;
            currency: string | null;
            customerTier: string | null;
            domain: string | null;
            health: string | null;
            id: string;
            mrr: number | null;
            name: string;
            plan: string | null;
            region: string | null;
            since: string | null;
        };
        OrganisationBrief: {
            currency: string | null;
            customerTier: string | null;
            health: string | null;
            id: string;
            mrr: number | null;
            name: string;
            plan: string | null;
        };
        Outcome: {
            field?: string;
            id: string | null;
            /** @enum {string} */
            outcome: "accepted" | "duplicate" | "parked" | "rejected";
            reason?: string;
        };
        Overview: {
            /** @description Null where it is withheld: it would say what single people did. */
            active: number | null;
            /** Format: date-time */
            asOf: string;
            available: number;
            /** @description Active tickets that somebody has, or whose customer waits for nobody. Null where it is withheld: it would say what single people did. */
            handling: number | null;
            longestWaitSeconds: number | null;
            /** @description Those whose customers wait for a person, of the tickets the viewer may see. */
            onFire: {
                customerTier: string | null;
                organisation: components["schemas"]["Named"] | null;
                priority: string;
                requester: components["schemas"]["Named"] | null;
                subject: string | null;
                ticket: string;
                /** Format: date-time */
                waitingSince: string;
            }[];
            online: number;
            /** @description Whether the viewer may see any ticket by itself. */
            seesTickets: boolean;
            unassigned: number;
            /** @description Active tickets whose customer waits for a person and that nobody has. */
            waiting: number;
        };
        ParkedEvent: {
            /** Format: date-time */
            at: string;
            awaits: string;
            id: string;
            /** Format: date-time */
            parkedAt: string;
            reason: string;
            source: string;
            ticket: string | null;
            type: string;
        };
        Peer: {
            /** @description Of the colleagues who have such a number, each of whom counts once. */
            median: number | null;
            metric: string;
            /** @description How many they are; 0 where withheld. */
            people: number;
            withheld: boolean;
        };
        Peers: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            peers: components["schemas"]["Peer"][];
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
        };
        PeopleComparison: {
            /** @description By which dimensions cases are called alike. */
            alike: {
                [key: string]: string[];
            };
            /** Format: date-time */
            asOf: string;
            improve: {
                /** @description Cases of a kind that nobody else had. */
                alone: number;
                /** @description How far from the expectation, in half widths of the interval. */
                clearness: number;
                /** @description What all together achieve in this person’s mix of cases. */
                expected: number;
                high: number;
                /** @description The lower end of where the figure lies with 95 % certainty. */
                low: number;
                metric: string;
                n: number;
                person: components["schemas"]["Named"];
                value: number;
                /**
                 * @description `alike` unless the expectation lies outside of the interval.
                 * @enum {string}
                 */
                verdict: "better" | "worse" | "alike";
            }[];
            /** @description Who should hand tickets to whom, where chance does not explain the difference. */
            level: {
                from: {
                    held: number;
                    person: components["schemas"]["Named"];
                    who: string;
                };
                mean: number;
                move: number;
                to: {
                    held: number;
                    person: components["schemas"]["Named"];
                    who: string;
                };
            } | null;
            /** @description Of those with 20 cases and more; null of too few people. */
            medians: {
                [key: string]: {
                    people: number;
                    value: number;
                } | null;
            };
            /** @description People with less work than those listed. */
            more: number;
            people: components["schemas"]["ComparedPerson"][];
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
            /**
             * @description Whose rows the viewer may see one by one.
             * @enum {string}
             */
            sees: "all" | "teams" | "agent" | "none";
            /** @description Who stands out, for their mix of cases. */
            tops: {
                expected: number | null;
                /** @enum {string} */
                kind: "response" | "resolution" | "satisfaction" | "volume" | "versatility";
                metric: string;
                n: number;
                person: components["schemas"]["Named"];
                value: number;
            }[];
        };
        PersonProfile: {
            /** Format: date-time */
            asOf: string;
            /** @description Over how many categories the work is spread as if evenly. */
            breadth: number | null;
            /** @description By metric. */
            figures: {
                [key: string]: components["schemas"]["ComparedFigure"];
            };
            growth: components["schemas"]["SpokenFigure"][];
            /** @description Of the tickets that all answered, the share this person answered. */
            load: number | null;
            /** @description Of those with 20 cases and more; null of too few people. */
            medians: {
                [key: string]: {
                    people: number;
                    value: number;
                } | null;
            };
            /** @description New and open tickets in hand at the end of the period. */
            open: number;
            /** @description Whose work the figures are set against. */
            peers: number;
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
            person: {
                id: string;
                name: string;
                startedOn: string | null;
                supportTier: string | null;
                teams: components["schemas"]["Named"][];
            };
            skills: components["schemas"]["Skill"][];
            /** @description The category that stands out from what all do. */
            speciality: {
                kind: string;
                n: number;
                share: number;
                usual: number;
            } | null;
            strengths: components["schemas"]["SpokenFigure"][];
            /** @description The kind of work the person should get more of. */
            suggestion: components["schemas"]["Skill"] | null;
            /** @description Pending tickets and those on hold. */
            waiting: number;
        };
        Playbook: {
            /** @description What the workspace says of categories; of the others their names decide. */
            assigned: {
                category: string;
                issueType: ("api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug") | null;
            }[];
            /** @description Actions of categories by themselves. */
            categories: {
                actions: components["schemas"]["PlaybookAction"][];
                category: string;
            }[];
            issueTypes: {
                actions: components["schemas"]["PlaybookAction"][];
                /** @enum {string} */
                id: "api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug";
                label: string;
            }[];
        };
        PlaybookAction: {
            action: string;
            /** @description Of an action for one category by itself. */
            category: string | null;
            hidden: boolean;
            id: string;
            /** @description The workspace worded it otherwise. */
            isChanged: boolean;
            issueType: ("api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug") | null;
            /**
             * @description One that comes with the program, or the workspace’s own.
             * @enum {string}
             */
            kind: "standard" | "own";
            /** @description Who wrote or changed it. */
            savedBy?: string;
            /** @description Metrics that call for it where they are worse than in other categories. */
            readonly signals: ("csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment")[];
        };
        Policy: {
            /** @description Cycles that begin from then on keep to it; null for since ever. */
            effectiveFrom: string | null;
            id: string;
            name: string;
            /** Format: date-time */
            savedAt: string;
            savedBy: string | null;
            spec: components["schemas"]["PolicySpec"];
            version: number;
        };
        PolicyPreview: {
            /** @description Tickets that arrive shortly before a day of rest, and when they are due. */
            examples: {
                /** Format: date-time */
                arrivesAt: string;
                /** Format: date-time */
                dueAt: string;
                metric: string;
                priority: string;
                tier: string | null;
                zone: string;
            }[];
            faults: {
                field: string;
                message: string;
            }[];
        };
        PolicySpec: {
            calendar: {
                /** @default {} */
                byPriority: {
                    [key: string]: string;
                };
                default: string;
            };
            /** @default {} */
            cells: {
                [key: string]: {
                    [key: string]: number | {
                        businessDays: number;
                    } | null;
                };
            };
            clocks: components["schemas"]["ClockSettings"][];
            /** @default service */
            family: string;
            /** @default [] */
            ladder: {
                at: 50 | 80 | 90 | 100 | 200;
                tell: ("queue" | "assignee" | "lead" | "manager" | "director")[];
            }[];
            /** @default [] */
            match: {
                /** @enum {string} */
                field: "priority" | "customerTier" | "channel" | "team" | "supportTier" | "category" | "product" | "organisation" | "requester" | "language" | "serviceSite" | "tags";
                /** @enum {string} */
                is: "any_of" | "none_of";
                values: (string | null)[];
            }[];
            name: string;
            rank: number;
            /**
             * @default floor_minute
             * @enum {string}
             */
            rounding: "floor_second" | "floor_minute";
            targets: {
                [key: string]: {
                    [key: string]: number | {
                        businessDays: number;
                    } | null;
                };
            };
            /** @default {} */
            tiers: {
                [key: string]: number;
            };
            /** @default null */
            validFrom: number | null;
            /** @default null */
            validTo: number | null;
        };
        PolicySpecInput: {
            calendar: {
                /** @default {} */
                byPriority?: {
                    [key: string]: string;
                };
                default: string;
            };
            /** @default {} */
            cells?: {
                [key: string]: {
                    [key: string]: number | {
                        businessDays: number;
                    } | null;
                };
            };
            clocks: components["schemas"]["ClockSettingsInput"][];
            /** @default service */
            family?: string;
            /** @default [] */
            ladder?: {
                at: 50 | 80 | 90 | 100 | 200;
                tell: ("queue" | "assignee" | "lead" | "manager" | "director")[];
            }[];
            /** @default [] */
            match?: {
                /** @enum {string} */
                field: "priority" | "customerTier" | "channel" | "team" | "supportTier" | "category" | "product" | "organisation" | "requester" | "language" | "serviceSite" | "tags";
                /** @enum {string} */
                is: "any_of" | "none_of";
                values: (string | null)[];
            }[];
            name: string;
            rank: number;
            /**
             * @default floor_minute
             * @enum {string}
             */
            rounding?: "floor_second" | "floor_minute";
            targets: {
                [key: string]: {
                    [key: string]: number | {
                        businessDays: number;
                    } | null;
                };
            };
            /** @default {} */
            tiers?: {
                [key: string]: number;
            };
            /** @default null */
            validFrom?: number | null;
            /** @default null */
            validTo?: number | null;
        };
        PrivacySettings: {
            redaction: components["schemas"]["RedactionRules"];
            retention: components["schemas"]["RetentionPeriods"];
        };
        /** @description An RFC 9457 problem document with a code from a closed set. */
        Problem: {
            /** @enum {string} */
            code: "invalid" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "not_writable" | "already_claimed" | "not_possible" | "in_progress" | "too_large" | "unsupported_media" | "key_reused" | "rate_limited" | "internal" | "unavailable";
            detail: string;
            /** @description The first field that is wrong. */
            field?: string;
            fields?: {
                field: string;
                message: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        QueryAnswer: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            groups: {
                key: {
                    [key: string]: string;
                };
                labels: {
                    [key: string]: string;
                };
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
                /** @description By metric. */
                values: {
                    [key: string]: components["schemas"]["Figure"];
                };
            }[];
            /** @description How many groups there are, shown or not; where a row can be in several, there is no rest. */
            groupsInAll: number;
            period: {
                compared: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                } | null;
                /** Format: date-time */
                from: string;
                grain: ("hour" | "day" | "week" | "month") | null;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /**
                 * Format: date-time
                 * @description How far the period has come: its end, or now.
                 */
                until: string;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            /** @description All groups that are not shown, as one. */
            rest: {
                groups: number;
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
                /** @description By metric. */
                values: {
                    [key: string]: components["schemas"]["Figure"];
                };
            } | null;
            total: {
                series: {
                    /** Format: date-time */
                    at: string;
                    incomplete: boolean;
                    /** @description By metric. */
                    values: {
                        [key: string]: components["schemas"]["Figure"];
                    };
                }[];
                /** @description By metric. */
                values: {
                    [key: string]: components["schemas"]["Figure"];
                };
            };
        };
        Queue: {
            agents: components["schemas"]["QueueAgent"][];
            /** Format: date-time */
            asOf: string;
            handling: components["schemas"]["QueueItem"][];
            /** @description The place in the stream; subscribe with it as `since`. */
            number: string;
            resolvedLastHour: components["schemas"]["QueueItem"][];
            status: components["schemas"]["QueueStatus"];
            waiting: components["schemas"]["QueueItem"][];
        };
        QueueAgent: {
            id: string;
            medianReplySecondsToday: number | null;
            name: string;
            onShift: boolean;
            openTickets: number;
            reason: string | null;
            repliesToday: number | null;
            resolvedToday: number | null;
            since: string | null;
            skills: string[];
            /** @enum {string} */
            state: "available" | "busy" | "away" | "offline";
            supportTier: ("L0" | "L1" | "L2" | "L3") | null;
            team: components["schemas"]["Named"] | null;
            until: string | null;
        };
        QueueItem: {
            assignee: components["schemas"]["Named"] | null;
            category: string | null;
            /** @enum {string} */
            channel: "email" | "chat" | "phone" | "social" | "portal" | "bot" | "sms" | "api" | "other";
            /** @description Cycles of clocks that have not ended. */
            clocks: components["schemas"]["RowClock"][];
            /** Format: date-time */
            createdAt: string;
            escalations: number;
            id: string;
            lastEscalation: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
            } | null;
            lastSpeaker: ("customer" | "agent" | "bot") | null;
            organisation: components["schemas"]["OrganisationBrief"] | null;
            /** @enum {string} */
            priority: "P1" | "P2" | "P3" | "P4" | "P5";
            product: string | null;
            /** @description Its creation has not arrived yet. */
            provisional: boolean;
            rawStatus: string | null;
            reopens: number;
            replies: number;
            requester: components["schemas"]["Named"] | null;
            resolvedAt: string | null;
            /**
             * Format: date-time
             * @description Since when it waits, is assigned, or is resolved.
             */
            since: string;
            /** @enum {string} */
            state: "waiting" | "handling" | "resolved";
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            /** @description Null where it was erased or is not known yet. */
            subject: string | null;
            supportTier: ("L0" | "L1" | "L2" | "L3") | null;
            tags: string[];
            team: components["schemas"]["Named"] | null;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            version: number;
            /** @description Since when the customer waits for an answer. */
            waitingSince: string | null;
        };
        QueueStatus: {
            arrivalsLastHour: number;
            available: number;
            handling: number;
            longestWaitSeconds: number | null;
            medianWaitSeconds: number | null;
            online: number;
            onShift: number;
            resolvedLastHour: number;
            waiting: number;
        };
        Reach: {
            /** @description Of `some`, who they are. */
            agents?: string[];
            /** @description The teams whose work one sees because one belongs to them; none of who sees all, or only their own. */
            teams: string[];
            /** @enum {string} */
            to: "all" | "some" | "none";
        };
        Recipient: {
            id: string;
            name: string;
            role: string;
        };
        RedactionRules: {
            /** @description Numbers of payment cards, by first digit, length and the Luhn formula, in any grouping */
            cardNumbers: boolean;
            emailAddresses: boolean;
            patterns: {
                /** @description What the marker says was taken: `[name]` */
                name: string;
                on: boolean;
                /** @description A regular expression of RE2: no look-around, no back-references */
                pattern: string;
            }[];
            phoneNumbers: boolean;
        };
        RedactionRulesInput: {
            /** @description Numbers of payment cards, by first digit, length and the Luhn formula, in any grouping */
            cardNumbers: boolean;
            emailAddresses: boolean;
            patterns: {
                /** @description What the marker says was taken: `[name]` */
                name: string;
                on: boolean;
                /** @description A regular expression of RE2: no look-around, no back-references */
                pattern: string;
            }[];
            phoneNumbers: boolean;
        };
        Reply: {
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "customer" | "agent" | "bot" | "automation" | "system";
            messageId: string;
            team: components["schemas"]["Named"] | null;
        };
        RetentionCounts: {
            alerts: number;
            answers: number;
            auditEntries: number;
            customers: number;
            imports: number;
            payloads: number;
            tickets: number;
        };
        RetentionPeriods: {
            /** @description Alerts, since they were over */
            alertMonths: number;
            auditYears: number;
            /** @description Texts of closed tickets, and contact data of customers, since anything last happened */
            personalMonths: number;
            /** @description What importing noted of rows that were not taken, and what help desks sent, as it came */
            rawDays: number;
        };
        RetentionPeriodsInput: {
            /** @description Alerts, since they were over */
            alertMonths: number;
            auditYears: number;
            /** @description Texts of closed tickets, and contact data of customers, since anything last happened */
            personalMonths: number;
            /** @description What importing noted of rows that were not taken, and what help desks sent, as it came */
            rawDays: number;
        };
        RowClock: {
            /** @description It is breached once this has passed. */
            breachesAt: string | null;
            /** @description Closed seconds between the last of `closings` and `breachesAt`; 0 where all are listed. Until the last of them ends, the business time left is the time until `breachesAt`, less what of `closings` is still ahead, less this. Where this is not 0, nothing is said of when it is closed after the last of them. */
            closedAfterSeconds: number;
            /** @description Of one that runs: when its calendar is closed between the last event of its ticket and `breachesAt`, the 4 nearest stretches at most, in order, as from, to, from, to …, each in seconds before `breachesAt`, the to not included. In them it does not count. Empty for one that stands still, is breached, or cannot be. */
            closings: number[];
            dueAt: string | null;
            /** @description False while it stands still. */
            isRunning: boolean;
            metric: string;
            /** @description When each per cent of the target has elapsed, or will have. */
            steps: {
                /** Format: date-time */
                at: string;
                step: number;
            }[];
            /** @description Business seconds; null where nothing is promised. */
            targetSeconds: number | null;
        };
        RulesOffer: {
            calendars: {
                /** @description By which the policies name it. */
                key: string;
                name: string;
                spec: components["schemas"]["CalendarSpec"];
                /** @description The id of what is here already that it would best become a version of. */
                suggested: string | null;
            }[];
            /** @description What cannot be said here, or is said otherwise. */
            readonly notes: {
                /** @description The policy or calendar over there, by its name. */
                about: string;
                /** @enum {string} */
                kind: "left_out" | "otherwise";
                what: string;
            }[];
            policies: {
                spec: components["schemas"]["PolicySpec"];
                /** @description The id of what is here already that it would best become a version of. */
                suggested: string | null;
            }[];
        };
        ScimError: {
            detail: string;
            schemas: string[];
            scimType?: string;
            status: string;
        };
        ScimGroup: {
            displayName: string;
            id: string;
            members?: {
                $ref: string;
                display: string;
                value: string;
            }[];
            meta: {
                created?: string;
                location: string;
                resourceType: string;
            };
            readonly schemas: string[];
        };
        ScimUser: {
            active: boolean;
            displayName: string;
            emails: {
                primary: boolean;
                type: string;
                value: string;
            }[];
            externalId?: string;
            groups: {
                $ref: string;
                display: string;
                value: string;
            }[];
            id: string;
            meta: {
                created?: string;
                location: string;
                resourceType: string;
            };
            name: {
                familyName?: string;
                formatted: string;
                givenName?: string;
            };
            roles: {
                display: string;
                primary: boolean;
                value: string;
            }[];
            readonly schemas: string[];
            userName: string;
        };
        SearchResult: {
            detail: string | null;
            id: string;
            /** @enum {string} */
            kind: "ticket" | "customer" | "organisation" | "agent" | "team";
            ticket?: components["schemas"]["TicketRow"];
            title: string;
        };
        Session: {
            /** @description Null for a persona, which anybody may step in as. */
            account: {
                email: string;
                hasSecondFactor: boolean;
                /** @description The workspace wants a second factor of everybody: until this session has shown one, the account is all that is open. A passkey stands for both. */
                needsSecondFactor: boolean;
            } | null;
            person: components["schemas"]["Identity"];
            readonly scopes: ("events:write" | "tickets:read" | "tickets:write" | "rules:write" | "people:write" | "admin")[];
            /** @description Whose work the viewer sees one by one and summed up, and whether tickets. */
            sees: {
                /** @enum {string} */
                aggregate: "none" | "own" | "teams" | "all";
                /** @enum {string} */
                rows: "none" | "own" | "teams" | "all";
                text: boolean;
            };
            workspace: {
                id: string;
                /** @enum {string} */
                kind: "own" | "demonstration";
                name: string;
                timeZone: string;
            };
            workspaces: {
                id: string;
                /** @enum {string} */
                kind: "own" | "demonstration";
                name: string;
            }[];
        };
        Settings: {
            /** @description With companies of which stage it compares itself: whose benchmarks figures are given. */
            stage: ("startup" | "growth" | "scale" | "enterprise") | null;
        };
        SingleSignOn: {
            clientId: string;
            /** @description Of those in no group that says one; null: they do not come in. */
            defaultRole: ("agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin") | null;
            readonly domains: string[];
            readonly groups: {
                /** @description As the provider tells it: a name, or the id of one (Entra ID). */
                group: string;
                /** @description Null: it says nothing of the role. */
                role: ("agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin") | null;
                readonly teams: string[];
            }[];
            /** @description The claim of the ID token or of the user info that names the groups. */
            groupsClaim: string;
            issuer: string;
            /** @description What the button of the sign-in page says. */
            label: string;
            /** @description Whoever comes first is made; else they must be invited or provided before. */
            makesPeople: boolean;
            /** @description Whether others than administrators may come by password and passkey too. */
            passwords: boolean;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
        };
        Site: {
            id: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            region: string | null;
            service: string | null;
        };
        Skill: {
            clearness: number;
            /** @enum {string} */
            dimension: "category" | "product";
            /** @description By metric. */
            figures: {
                [key: string]: {
                    fair: components["schemas"]["FairComparison"] | null;
                    n: number;
                    value: number | null;
                };
            };
            /** @enum {string} */
            level: "strong" | "usual" | "mixed" | "weak" | "unknown";
            n: number;
            share: number;
            value: string;
        };
        SlaAudit: {
            exceptions: {
                /** Format: date-time */
                at: string;
                /** @description Who did it. */
                by: {
                    id: string | null;
                    kind: string;
                    name: string | null;
                } | null;
                /** @enum {string} */
                kind: "pending" | "on_hold" | "requested" | "out_of_scope" | "merged" | "spam" | "deleted";
                reason: string | null;
                ticket: string;
                to: string | null;
            }[];
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
            suspected: number;
            /** @description Reasons to read a ticket, and no verdicts. */
            suspicions: {
                /** Format: date-time */
                at: string;
                /** @description Who did it. */
                by: {
                    id: string | null;
                    kind: string;
                    name: string | null;
                } | null;
                detail: string;
                /** @enum {string} */
                kind: "pause_without_reply" | "quick_reopen" | "priority_lowered";
                ticket: string;
            }[];
            totals: {
                count: number;
                /** @enum {string} */
                kind: "pending" | "on_hold" | "requested" | "out_of_scope" | "merged" | "spam" | "deleted";
                /** @description In all, for pauses. */
                seconds: number | null;
                withoutReason: number | null;
            }[];
        };
        SlaSetup: {
            steps: {
                /** @description Tickets created in the last 90 days, or resolved in the last 28; at most 100,000 are counted. */
                count: number | null;
                isDone: boolean;
                /** @description It is seen from what the workspace has; nobody needs to tick it. */
                isFound: boolean;
                /** @description The policies, calendars or clocks by which it is done. */
                names: string[];
                /** @enum {string} */
                phase: "design" | "configuration" | "launch";
                /** @enum {string} */
                step: "history" | "present_times" | "targets" | "priorities" | "hours" | "tiers" | "policies" | "pauses" | "escalation" | "notification" | "reporting" | "training" | "customers" | "first_weeks" | "adjustment" | "recognition";
                ticked: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                } | null;
            }[];
        };
        SpokenFigure: {
            /** @description Cases of a kind that nobody else had. */
            alone: number;
            /** @description How far from the expectation, in half widths of the interval. */
            clearness: number;
            /** @description What all together achieve in this person’s mix of cases. */
            expected: number;
            high: number;
            /** @description The lower end of where the figure lies with 95 % certainty. */
            low: number;
            metric: string;
            n: number;
            of: {
                /** @enum {string} */
                dimension: "category" | "product";
                value: string;
            } | null;
            value: number;
            /**
             * @description `alike` unless the expectation lies outside of the interval.
             * @enum {string}
             */
            verdict: "better" | "worse" | "alike";
        };
        StatusPageState: {
            components: {
                /** @description Set by somebody; null where it follows incidents */
                byHand: ("operational" | "maintenance" | "degraded" | "partial_outage" | "major_outage") | null;
                id: string;
                /** @enum {string} */
                state: "operational" | "maintenance" | "degraded" | "partial_outage" | "major_outage";
                /** @description The share of the last 90 days it was up, from 0 to 1 */
                up: number | null;
            }[];
            /** @description Why no letter goes from the workspace; null where they go */
            fault: string | null;
            /** @description Names of their own that pages may have */
            hosts: string[];
            maintenances: {
                components: string[];
                /** Format: date-time */
                endsAt: string;
                id: string;
                /** @enum {string} */
                stage: "planned" | "running" | "ended" | "cancelled";
                /** Format: date-time */
                startsAt: string;
                text: string;
                title: string;
            }[];
            /** @description Of late incidents */
            regions: string[];
            savedAt: string | null;
            savedBy: string | null;
            /** @description Of late incidents */
            services: string[];
            /** @description Null where nobody has said anything yet */
            settings: {
                /**
                 * @default blue
                 * @enum {string}
                 */
                accent: "blue" | "green" | "violet" | "orange" | "grey";
                components: {
                    /** @default  */
                    description: string;
                    /** @default  */
                    group: string;
                    id: string;
                    name: string;
                    /** @default [] */
                    regions: string[];
                    /** @default [] */
                    services: string[];
                    /** Format: date */
                    since: string;
                }[];
                enabled: boolean;
                /** @default null */
                host: string | null;
                /** @default  */
                intro: string;
                /** @default true */
                letters: boolean;
                /** @default  */
                logo: string;
                slug: string;
                timeZone: string;
                title: string;
                /** @default true */
                webhooks: boolean;
            } | null;
            subscribers: {
                mail: number;
                /** @description Asked, and not confirmed yet */
                pending: number;
                webhook: number;
            };
            /** @description Where the page is */
            url: string | null;
            /** @description Counts up with each change of the settings; 0 where nobody has said anything yet */
            version: number;
        };
        SurveyList: {
            /** @description `sent` counts those that were answered too */
            counts: {
                answered: number;
                failed: number;
                held: number;
                scheduled: number;
                sending: number;
                sent: number;
            };
            /** @description Over which the counts are */
            days: number;
            /** @description The most frequent first */
            heldBecause: {
                count: number;
                /** @enum {string} */
                reason: "off" | "kind_off" | "hidden" | "no_customer" | "tagged" | "reopened" | "late" | "asked_in_cycle" | "throttled" | "interval" | "opted_out" | "no_address" | "no_mail";
            }[];
            surveys: {
                /** @description Whom it speaks of */
                agent: components["schemas"]["Named"] | null;
                answeredAt: string | null;
                /** @description The name of the automation that asked; null for what goes after a resolve */
                automation: string | null;
                decidedAt: string | null;
                /** @description The reason in words, or what the mail server said */
                detail: string | null;
                /** Format: date-time */
                dueAt: string;
                expiresAt: string | null;
                id: string;
                /** @enum {string} */
                outcome: "scheduled" | "held" | "sending" | "sent" | "answered" | "failed";
                /** @description Why it was held: one of off, kind_off, hidden, no_customer, tagged, reopened, late, asked_in_cycle, throttled, interval, opted_out, no_address, no_mail */
                reason: string | null;
                /** @description Null while it is not decided which */
                survey: ("csat" | "nps" | "ces") | null;
                ticket: string;
            }[];
        };
        SurveySettings: {
            afterResolve: boolean;
            delayMinutes: number;
            enabled: boolean;
            expiryDays: number;
            /** @default [] */
            readonly further: {
                id: string;
                /** @enum {string} */
                kind: "choice" | "words";
                texts: {
                    [key: string]: {
                        /** @default [] */
                        readonly choices: string[];
                        question: string;
                    };
                };
            }[];
            kinds: {
                ces: {
                    /** @default 30 */
                    everyDays: number;
                    on: boolean;
                    /**
                     * @default 5
                     * @enum {number}
                     */
                    scale: 5 | 7;
                };
                csat: {
                    /** @default 0 */
                    everyDays: number;
                    on: boolean;
                };
                nps: {
                    /** @default 90 */
                    everyDays: number;
                    on: boolean;
                };
            };
            language: string;
            readonly notAskedTags: string[];
            throttleDays: number;
            wordings: {
                [key: string]: {
                    ces?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                    csat?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                    nps?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                };
            };
        };
        SurveySettingsInput: {
            afterResolve: boolean;
            delayMinutes: number;
            enabled: boolean;
            expiryDays: number;
            /** @default [] */
            readonly further?: {
                id: string;
                /** @enum {string} */
                kind: "choice" | "words";
                texts: {
                    [key: string]: {
                        /** @default [] */
                        readonly choices?: string[];
                        question: string;
                    };
                };
            }[];
            kinds: {
                ces: {
                    /** @default 30 */
                    everyDays?: number;
                    on: boolean;
                    /**
                     * @default 5
                     * @enum {number}
                     */
                    scale?: 5 | 7;
                };
                csat: {
                    /** @default 0 */
                    everyDays?: number;
                    on: boolean;
                };
                nps: {
                    /** @default 90 */
                    everyDays?: number;
                    on: boolean;
                };
            };
            language: string;
            readonly notAskedTags: string[];
            throttleDays: number;
            wordings: {
                [key: string]: {
                    ces?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                    csat?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                    nps?: {
                        high?: string;
                        low?: string;
                        question?: string;
                        subject?: string;
                        thanks?: string;
                    };
                };
            };
        };
        SurveySettingsSaved: {
            /** @description Why no letter goes from the workspace; null where they go */
            fault: string | null;
            /** @description Where the pages are that letters lead to; customers must be able to open it */
            pages: string;
            savedAt: string | null;
            savedBy: string | null;
            settings: components["schemas"]["SurveySettings"];
            /** @description Counts up with each change; 0 where nobody has said anything yet */
            version: number;
        };
        Tally: {
            breached: number;
            compliance: number | null;
            met: number;
        };
        Team: {
            id: string;
            name: string;
        };
        TicketClock: {
            breachAt: string | null;
            breachesAt: string | null;
            calendar: {
                id: string;
                name: string;
                version: number;
            };
            /** @description Who held most of the time until the breach. */
            chargedTo: components["schemas"]["ClockHolder"] | null;
            countedSeconds: number;
            countsFrom: string | null;
            /** @description The id of the event that began it. */
            cycle: string;
            dueAt: string | null;
            elapsedSeconds: number;
            heldAtBreach: components["schemas"]["ClockHolder"] | null;
            /** @description Its calendar is open at this moment. */
            isOpenNow: boolean;
            isRunning: boolean;
            metric: string;
            ordinal: number;
            outsideSeconds: number;
            pausedSeconds: number;
            pauses: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                why: {
                    reason: string | null;
                    status: string;
                };
            }[];
            policy: {
                id: string;
                name: string;
                version: number;
            };
            priority: string;
            remainingSeconds: number | null;
            shares: {
                countedSeconds: number;
                holder: string;
                id: string | null;
                name: string;
                pausedSeconds: number;
            }[];
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "running" | "paused" | "met" | "breached" | "cancelled";
            steps: {
                /** Format: date-time */
                at: string;
                /** @description When it was announced. */
                madeAt: string | null;
                step: number | "breach";
            }[];
            stoppedAt: string | null;
            /** @description Open hours in which it counts. */
            stretches: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            targetSeconds: number | null;
            tier: string | null;
        };
        TicketClocks: {
            /** Format: date-time */
            asOf: string;
            clocks: components["schemas"]["TicketClock"][];
            superseded: {
                /** Format: date-time */
                at: string;
                cycle: string;
                /** Format: date-time */
                madeAt: string;
                metric: string;
                step: number | "breach";
            }[];
        };
        TicketDetail: {
            /** @description Tickets merged into this one. */
            absorbed: string[];
            assignee: components["schemas"]["Named"] | null;
            category: string | null;
            /** @enum {string} */
            channel: "email" | "chat" | "phone" | "social" | "portal" | "bot" | "sms" | "api" | "other";
            /** @description Cycles of clocks that have not ended. */
            clocks: components["schemas"]["RowClock"][];
            counts: {
                agentReplies: number;
                automationMessages: number;
                botMessages: number;
                customerMessages: number;
                internalNotes: number;
                priorityChanges: number;
                reassignments: number;
                reopens: number;
                transfers: number;
            };
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string | null;
                /** @enum {string} */
                kind: "customer" | "agent" | "bot" | "automation" | "system";
                name: string | null;
            };
            customFields: {
                [key: string]: string | number | boolean | null;
            };
            cycles: {
                ordinal: number;
                replies: number;
                resolvedAt: string | null;
                resolvedBy: {
                    agent: components["schemas"]["Named"] | null;
                    /** @enum {string} */
                    kind: "customer" | "agent" | "bot" | "automation" | "system";
                    team: components["schemas"]["Named"] | null;
                } | null;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                startedBy: "customer" | "agent" | "bot" | "automation" | "system";
            }[];
            deleted: boolean;
            escalationLog: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                by: "customer" | "agent" | "bot" | "automation" | "system";
                confidence: number | null;
                context: ("full" | "partial" | "lost" | "repeated") | null;
                fromAgent: components["schemas"]["Named"] | null;
                fromTeam: components["schemas"]["Named"] | null;
                fromTier: ("L0" | "L1" | "L2" | "L3") | null;
                /** @enum {string} */
                kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
                ordinal: number;
                reason: string | null;
                toTeam: components["schemas"]["Named"] | null;
                /** @enum {string} */
                toTier: "L0" | "L1" | "L2" | "L3";
            }[];
            escalations: number;
            eventCount: number;
            firstAnswer: components["schemas"]["Reply"] | null;
            firstReply: components["schemas"]["Reply"] | null;
            handoffAt: string | null;
            /** @description Who held the time while the ticket was active, longest first. */
            holders: {
                /** @enum {string} */
                holder: "agent" | "team" | "unassigned" | "customer" | "third_party";
                id: string | null;
                name: string;
                seconds: number;
            }[];
            id: string;
            language: string | null;
            lastEscalation: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
            } | null;
            lastReply: components["schemas"]["Reply"] | null;
            lastSpeaker: ("customer" | "agent" | "bot") | null;
            links: {
                /** @enum {string} */
                kind: "parent" | "bug" | "known_issue" | "incident" | "duplicate";
                to: string;
            }[];
            mergedInto: string | null;
            organisation: components["schemas"]["OrganisationBrief"] | null;
            pauses: {
                by: components["schemas"]["Named"] | null;
                /** Format: date-time */
                from: string;
                reason: string;
                to: string | null;
            }[];
            /** @enum {string} */
            priority: "P1" | "P2" | "P3" | "P4" | "P5";
            product: string | null;
            /** @description Its creation has not arrived yet. */
            provisional: boolean;
            rawStatus: string | null;
            reopens: number;
            replies: number;
            requester: components["schemas"]["Named"] | null;
            resolvedAt: string | null;
            /** @description Stretches in which status, team, assignee and support tier stayed the same. */
            segments: {
                assignee: components["schemas"]["Named"] | null;
                cycle: number;
                /** Format: date-time */
                from: string;
                ordinal: number;
                /** @enum {string} */
                priority: "P1" | "P2" | "P3" | "P4" | "P5";
                rawStatus: string | null;
                seconds: number;
                /** @enum {string} */
                status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
                supportTier: ("L0" | "L1" | "L2" | "L3") | null;
                team: components["schemas"]["Named"] | null;
                to: string | null;
            }[];
            serviceSite: components["schemas"]["Named"] | null;
            spam: boolean;
            splitFrom: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            /** @description Null where it was erased or is not known yet. */
            subject: string | null;
            supportTier: ("L0" | "L1" | "L2" | "L3") | null;
            surveys: {
                agent: components["schemas"]["Named"] | null;
                answeredAt: string | null;
                comment: string | null;
                /** @description To further questions, as they were read. Empty where there are none, they were erased, or the viewer may not read them. */
                readonly furtherAnswers: {
                    answer: string;
                    question: string;
                }[];
                requestedAt: string | null;
                scale: number | null;
                score: number | null;
                /** @enum {string} */
                survey: "csat" | "nps" | "ces";
                surveyId: string;
            }[];
            tags: string[];
            team: components["schemas"]["Named"] | null;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            version: number;
            /** @description Since when the customer waits for an answer. */
            waitingSince: string | null;
            /** @description Stretches in which the customer waited for a reply. */
            waits: {
                agent: components["schemas"]["Named"] | null;
                closedBy: ("reply" | "resolve" | "merge" | "delete") | null;
                cycle: number;
                /** Format: date-time */
                from: string;
                /** @enum {string} */
                kind: "first" | "next";
                ordinal: number;
                seconds: number;
                team: components["schemas"]["Named"] | null;
                to: string | null;
            }[];
        };
        /** @description Counts per value. Each facet leaves its own filter out, so that other choices stay visible. */
        TicketFacets: {
            facets: {
                assignee: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                category: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                channel: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                customerTier: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                priority: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                product: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                status: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                supportTier: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
                team: {
                    count: number;
                    label: string;
                    /** @description To filter by; `none` where the field is empty. */
                    value: string;
                }[];
            };
        };
        TicketList: {
            next: string | null;
            tickets: components["schemas"]["TicketRow"][];
            total: number;
        };
        TicketMessage: {
            actor: {
                id: string | null;
                /** @enum {string} */
                kind: "customer" | "agent" | "bot" | "automation" | "system";
                name: string | null;
            };
            /** Format: date-time */
            at: string;
            /** @description Its instant lay in the future and was set to that of its receipt. */
            clamped: boolean;
            data: {
                [key: string]: unknown;
            };
            id: string;
            /** @description It arrived more than five minutes after it happened. */
            late: boolean;
            /** @description Text and other personal fields; null when there are none or they were erased. */
            personal: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            receivedAt: string;
            redacted: boolean;
            source: string;
            /** @description This ticket, or one merged into it. */
            ticket: string;
            type: string;
        };
        TicketOrder: {
            /** @enum {string} */
            action: "claim" | "assign" | "reply" | "note" | "escalate" | "priority" | "status" | "tag" | "merge";
            /** Format: date-time */
            askedAt: string;
            by: string;
            endedAt: string | null;
            id: string;
            /** @description Why it still waits, or was refused. */
            reason: string | null;
            /**
             * @description `sent`: the help desk has taken it, and its own event is awaited. `done` is shown for some minutes.
             * @enum {string}
             */
            state: "waiting" | "sent" | "done" | "refused";
            /** @description What is to become of the tags. */
            tags: {
                added: string[];
                removed: string[];
            } | null;
            team: string | null;
            /** @description Of a reply or a note, until it has come back as a message. */
            text: string | null;
            /** @description What it is to be, or whom it is given to. */
            to: string | null;
        };
        TicketRow: {
            assignee: components["schemas"]["Named"] | null;
            category: string | null;
            /** @enum {string} */
            channel: "email" | "chat" | "phone" | "social" | "portal" | "bot" | "sms" | "api" | "other";
            /** @description Cycles of clocks that have not ended. */
            clocks: components["schemas"]["RowClock"][];
            /** Format: date-time */
            createdAt: string;
            escalations: number;
            id: string;
            lastEscalation: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
            } | null;
            lastSpeaker: ("customer" | "agent" | "bot") | null;
            organisation: components["schemas"]["OrganisationBrief"] | null;
            /** @enum {string} */
            priority: "P1" | "P2" | "P3" | "P4" | "P5";
            product: string | null;
            /** @description Its creation has not arrived yet. */
            provisional: boolean;
            rawStatus: string | null;
            reopens: number;
            replies: number;
            requester: components["schemas"]["Named"] | null;
            resolvedAt: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
            /** @description Null where it was erased or is not known yet. */
            subject: string | null;
            supportTier: ("L0" | "L1" | "L2" | "L3") | null;
            tags: string[];
            team: components["schemas"]["Named"] | null;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            version: number;
            /** @description Since when the customer waits for an answer. */
            waitingSince: string | null;
        };
        TicketView: {
            connection: {
                /** @description What can be done to it here. */
                readonly actions: ("claim" | "assign" | "reply" | "note" | "escalate" | "priority" | "status" | "tag" | "merge")[];
                /** @description What is done to it here is asked of the help desk, and holds once that says so. */
                isOrdered: boolean;
                label: string;
                /** @description The id of the connection that could ask it of the help desk, and does not: `writesBack` is off. */
                ordersOffAt: string | null;
                source: string;
                /** @description What is done to it here holds at once. */
                writable: boolean;
            };
            customer: components["schemas"]["CustomerContext"] | null;
            /** @description What was asked of the help desk that the ticket is of, in the order of asking. */
            orders: components["schemas"]["TicketOrder"][];
            ticket: components["schemas"]["TicketDetail"];
        };
        Timeline: {
            items: components["schemas"]["TimelineItem"][];
            /** @description Names of the people, teams and organisations that the items mention, by id. */
            names: {
                [key: string]: string;
            };
            /** @description The cursor of the next part; null at the end */
            next: string | null;
        };
        TimelineItem: {
            actor: {
                id: string | null;
                /** @enum {string} */
                kind: "customer" | "agent" | "bot" | "automation" | "system";
                name: string | null;
            };
            /** Format: date-time */
            at: string;
            /** @description Its instant lay in the future and was set to that of its receipt. */
            clamped: boolean;
            data: {
                [key: string]: unknown;
            };
            /** @description Since the item before; null for the first. */
            gapSeconds: number | null;
            id: string;
            /** @description It arrived more than five minutes after it happened. */
            late: boolean;
            /** @description Text and other personal fields; null when there are none or they were erased. */
            personal: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            receivedAt: string;
            redacted: boolean;
            source: string;
            /** @description This ticket, or one merged into it. */
            ticket: string;
            type: string;
        };
        Trend: {
            /** @description `""` for none */
            category: string;
            count: number;
            /** @description More than usual, in shares of it; null where there usually is none. */
            ratio: number | null;
            /** @description The mean of the periods before. */
            usual: number;
        };
        Trends: {
            /**
             * Format: date-time
             * @description How fresh the facts are.
             */
            asOf: string;
            period: {
                /** Format: date-time */
                from: string;
                timeZone: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                until: string;
            };
            /** @description With how many earlier periods it is compared; fewer than 2 are none. */
            periods: number;
            trends: components["schemas"]["Trend"][];
        };
        /** @description Flat: labels of the ticket as they are now, and what the event adds. Nothing of who the customer is. */
        TriggerRecord: {
            /** @enum {string} */
            event: "sla.warning" | "sla.breached" | "sla.severe" | "sla.met" | "ticket.created" | "ticket.reopened" | "csat.low" | "escalated";
            /** @description The same for ever: what it is known by when it is told of again. */
            id: string;
            /** Format: date-time */
            occurredAt: string;
            ticketId: string;
            ticketUrl: string;
        } & {
            [key: string]: string | number | null;
        };
        VendorVerdicts: {
            comparisons: {
                isSame: boolean;
                ours: {
                    breachedAt: string | null;
                    elapsedSeconds: number;
                    endedAt: string | null;
                    isBusiness: boolean;
                    metric: string;
                    ordinal: number;
                    startedAt: string | null;
                    /** @enum {string} */
                    state: "running" | "paused" | "met" | "breached" | "cancelled";
                    /** @description Null where nothing is promised. */
                    targetSeconds: number | null;
                } | null;
                /** @description Why the two verdicts are not the same, as far as it can be said, what weighs most first. */
                reasons: ("not_here" | "not_there" | "cancelled" | "taken_back" | "other_clock" | "other_target" | "other_hours" | "other_start" | "other_end" | "other_pauses" | "still_running" | "within_a_minute" | "unexplained")[];
                theirs: {
                    breachedAt: string | null;
                    elapsedSeconds: number | null;
                    endedAt: string | null;
                    instance: number;
                    /** @description Counts within opening hours. */
                    isBusiness: boolean | null;
                    /** @description A breach was announced there and taken back. */
                    isTakenBack: boolean;
                    metric: string;
                    startedAt: string | null;
                    /** @enum {string} */
                    state: "running" | "paused" | "met" | "breached" | "unpromised";
                    /** @description Null where nothing is promised. */
                    targetSeconds: number | null;
                } | null;
            }[];
        };
        Visibility: {
            agent: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
            executive: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
            lead: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
            manager: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
            planner: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
            reviewer: {
                /**
                 * @description Whose work may be seen summed up: at least those of `rows`.
                 * @enum {string}
                 */
                aggregate: "none" | "own" | "teams" | "all";
                /**
                 * @description Whose work may be seen one by one.
                 * @enum {string}
                 */
                rows: "none" | "own" | "teams" | "all";
                /** @description Whether tickets are seen at all: who the customers are and what is written. */
                text: boolean;
            };
        };
        WebhookMappingInput: {
            /** @constant */
            form: "events";
            items?: string;
            rules: {
                actor?: {
                    id?: components["schemas"]["MappedValueInput"];
                    kind: components["schemas"]["MappedValueInput"];
                };
                at: components["schemas"]["MappedValueInput"];
                /** @default {} */
                data?: {
                    [key: string]: components["schemas"]["MappedValueInput"];
                };
                each?: string;
                id?: components["schemas"]["MappedValueInput"];
                name?: string;
                ticket?: components["schemas"]["MappedValueInput"];
                /** @enum {string} */
                type: "ticket.created" | "ticket.message" | "message.redacted" | "status.changed" | "priority.changed" | "assignee.changed" | "team.changed" | "supportTier.changed" | "category.changed" | "product.changed" | "requester.changed" | "organisation.changed" | "subject.changed" | "language.changed" | "serviceSite.changed" | "tag.changed" | "customField.changed" | "ticket.escalated" | "ticket.merged" | "ticket.unmerged" | "ticket.split" | "ticket.linked" | "ticket.unlinked" | "ticket.deleted" | "ticket.undeleted" | "ticket.spam" | "pause.requested" | "pause.ended" | "survey.requested" | "survey.answered" | "agent.activity" | "sla.vendor" | "ticket.sealed" | "customer.upserted" | "organisation.upserted" | "agent.upserted" | "team.upserted" | "site.upserted" | "agent.presence" | "agent.shift" | "incident.proposed" | "incident.declared" | "incident.dismissed" | "incident.severity_changed" | "incident.status_changed" | "incident.role_assigned" | "incident.update_posted" | "incident.note" | "incident.checklist_item_done" | "incident.affected_changed" | "incident.review_changed" | "incident.review_completed" | "incident.action_changed" | "incident.response_missed" | "incident.update_skipped" | "incident.escalation_due" | "incident.review_overdue";
                when?: components["schemas"]["MappedConditionInput"][];
            }[];
            zone?: string;
        } | {
            actor?: {
                id?: components["schemas"]["MappedValueInput"];
                kind: components["schemas"]["MappedValueInput"];
            };
            at: components["schemas"]["MappedValueInput"];
            createdAt?: components["schemas"]["MappedValueInput"];
            fields: {
                [key: string]: components["schemas"]["MappedValueInput"];
            };
            /** @constant */
            form: "snapshot";
            items?: string;
            message?: {
                actor: {
                    id?: components["schemas"]["MappedValueInput"];
                    kind: components["schemas"]["MappedValueInput"];
                };
                at?: components["schemas"]["MappedValueInput"];
                id: components["schemas"]["MappedValueInput"];
                text?: components["schemas"]["MappedValueInput"];
                visibility: components["schemas"]["MappedValueInput"];
                when?: components["schemas"]["MappedConditionInput"][];
            };
            ticket: components["schemas"]["MappedValueInput"];
            when?: components["schemas"]["MappedConditionInput"][];
            zone?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    renameAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    response: {
                        id: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An otpauth: address, for the authenticator. */
                        address: string;
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description Of those that began at or after it. */
                from?: string;
                /** @description How many at most */
                limit?: number;
                /** @description One or several: repeated or separated by commas */
                rule?: string | string[];
                /** @description One or several of info, warning, critical: repeated or separated by commas */
                severity?: string | string[];
                /** @description One or several of pending, firing, acknowledged, snoozed, resolved, superseded: repeated or separated by commas */
                status?: string | string[];
                ticket?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alerts: components["schemas"]["Alert"][];
                        inForce: components["schemas"]["AlertsInForce"];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                    };
                };
            };
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
        };
    };
    commentAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
        };
    };
    resolveAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
        };
    };
    snoozeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
        };
    };
    countAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsInForce"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description One or several of session.opened, session.closed, session.refused, password.changed, password.forgotten, password.link_made, second_factor.added, second_factor.removed, second_factor.wanted, recovery_codes.renewed, passkey.added, passkey.removed, workspace.set_up, settings.saved, visibility.saved, single_sign_on.saved, single_sign_on.removed, person.invited, invitation.revoked, person.joined, person.changed, person.removed, access.refused, key.created, key.renewed, key.revoked, key.refused, calendar.saved, calendar.retired, policy.saved, policy.retired, rules.applied, ticket.assigned, ticket.ordered, goal.saved, goal.deleted, playbook.saved, automation.saved, automation.ordered, automation.removed, dashboard.saved, dashboard.shared, dashboard.deleted, exploration.saved, exploration.shared, exploration.deleted, connection.created, connection.changed, connection.paused, connection.resumed, connection.removed, connection.mapped, connection.mapped_again, connection.secret_changed, connection.retried, tickets.exported, audit.exported, secrets.rotated, mail.tested, channel.created, channel.changed, channel.removed, channel.tested, channel.secret_changed, channel.disabled, hook.created, hook.removed, notice.acknowledged, notice.snoozed, surveys.saved, surveys.tested, status_page.saved, status_page.component_set, status_page.maintenance_planned, status_page.maintenance_changed, privacy.saved, customer.exported, customer.erased, retention.ran, import.started, import.ended, import.cancelled, import.removed, import.rejects_exported, on_call_schedule.saved, on_call_schedule.removed, on_call_override.made, on_call_override.ended, escalation_policy.saved, escalation_policy.removed, incident.proposed, incident.declared, incident.dismissed, incident.severity_changed, incident.status_changed, incident.reviewed, incident_policy.saved, alert_rule.saved, alert_rule.removed, alert.acknowledged, alert.snoozed, alert.resolved: repeated or separated by commas */
                actions?: string | string[];
                /** @description The `next` of the answer before */
                cursor?: string;
                from?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of what was written: a name, an id, an address */
                text?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["AuditEntry"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                    };
                };
            };
        };
    };
    checkAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that have not come to their end. */
                        entries: number;
                        /** @description What is not as it was written; empty when all is well. */
                        findings: string[];
                        /** @description The hash of the last entry, in hexadecimal. */
                        head: string;
                    };
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description One or several of session.opened, session.closed, session.refused, password.changed, password.forgotten, password.link_made, second_factor.added, second_factor.removed, second_factor.wanted, recovery_codes.renewed, passkey.added, passkey.removed, workspace.set_up, settings.saved, visibility.saved, single_sign_on.saved, single_sign_on.removed, person.invited, invitation.revoked, person.joined, person.changed, person.removed, access.refused, key.created, key.renewed, key.revoked, key.refused, calendar.saved, calendar.retired, policy.saved, policy.retired, rules.applied, ticket.assigned, ticket.ordered, goal.saved, goal.deleted, playbook.saved, automation.saved, automation.ordered, automation.removed, dashboard.saved, dashboard.shared, dashboard.deleted, exploration.saved, exploration.shared, exploration.deleted, connection.created, connection.changed, connection.paused, connection.resumed, connection.removed, connection.mapped, connection.mapped_again, connection.secret_changed, connection.retried, tickets.exported, audit.exported, secrets.rotated, mail.tested, channel.created, channel.changed, channel.removed, channel.tested, channel.secret_changed, channel.disabled, hook.created, hook.removed, notice.acknowledged, notice.snoozed, surveys.saved, surveys.tested, status_page.saved, status_page.component_set, status_page.maintenance_planned, status_page.maintenance_changed, privacy.saved, customer.exported, customer.erased, retention.ran, import.started, import.ended, import.cancelled, import.removed, import.rejects_exported, on_call_schedule.saved, on_call_schedule.removed, on_call_override.made, on_call_override.ended, escalation_policy.saved, escalation_policy.removed, incident.proposed, incident.declared, incident.dismissed, incident.severity_changed, incident.status_changed, incident.reviewed, incident_policy.saved, alert_rule.saved, alert_rule.removed, alert.acknowledged, alert.snoozed, alert.resolved: repeated or separated by commas */
                actions?: string | string[];
                from?: string;
                /** @description Part of what was written: a name, an id, an address */
                text?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    listAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        automations: components["schemas"]["Automation"][];
                    };
                };
            };
        };
    };
    createAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    automation: components["schemas"]["AutomationSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    getAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    saveAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    automation: components["schemas"]["AutomationSpecInput"];
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    removeAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    switchAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    listAutomationVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            /** @description The automation in plain words. */
                            sentence: string;
                            spec: components["schemas"]["AutomationSpec"];
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    dryRunAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Also where its conditions were not met: why did it not run? */
                    also?: boolean;
                    automation: components["schemas"]["AutomationSpecInput"];
                    /** @default 30 */
                    days?: number;
                    /** @description The automation that the draft is of: what it did itself it would not answer. */
                    id?: string;
                    ticket?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationDryRun"];
                };
            };
        };
    };
    orderAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        automations: components["schemas"]["Automation"][];
                    };
                };
            };
        };
    };
    listAutomationRuns: {
        parameters: {
            query?: {
                automation?: string;
                /** @description The `next` of an answer before. */
                cursor?: string;
                limit?: number;
                outcome?: "ran" | "waits" | "not_met" | "stopped" | "not_triggered";
                ticket?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of those before; null where there are none. */
                        next: string | null;
                        runs: components["schemas"]["AutomationRun"][];
                    };
                };
            };
        };
    };
    readAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    automation: components["schemas"]["AutomationSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The automation in plain words. */
                        sentence: string;
                        /** @description What it names that is not known, at its fields. It can be kept all the same, but for calendars. */
                        unknown: {
                            field: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listAutomationTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["AutomationTemplate"][];
                    };
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendars: components["schemas"]["Calendar"][];
                    };
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    spec: components["schemas"]["CalendarSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    saveCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    name: string;
                    spec: components["schemas"]["CalendarSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    retireCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    applyCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Says what would change, and changes nothing.
                     * @default true
                     */
                    dryRun?: boolean;
                    /**
                     * @default segment
                     * @enum {string}
                     */
                    mode?: "segment" | "retroactive" | "restart";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
                };
            };
        };
    };
    listCalendarVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** @description Cycles that begin from then on keep to it; null for since ever. */
                            effectiveFrom: string | null;
                            id: string;
                            name: string;
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string | null;
                            /** @description Null where it was retired. */
                            spec: components["schemas"]["CalendarSpec"] | null;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    readHolidays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromYear: number;
                    /** @description An iCalendar file (RFC 5545). */
                    text: string;
                    toYear: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holidays: {
                            date: string;
                            name: string;
                        }[];
                        skipped: {
                            name: string;
                            reason: string;
                        }[];
                    };
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: components["schemas"]["ListedChannel"][];
                    };
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannelInput"];
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel: components["schemas"]["Channel"];
                        /** @description What a webhook is signed with. Shown this once. */
                        secret: string | null;
                    };
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelChangeInput"];
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
        };
    };
    renewChannelSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        previousUntil: string;
                        secret: string;
                    };
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        reason: string | null;
                    };
                };
            };
        };
    };
    listChannelNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: components["schemas"]["ChannelName"][];
                    };
                };
            };
        };
    };
    previewChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    isPersonal?: boolean;
                    /** @enum {string} */
                    kind: "slack" | "teams" | "pagerduty" | "webhook" | "mail";
                    /** @default null */
                    template?: string | null;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connections: components["schemas"]["Connection"][];
                        /** @description What events come in by besides: keys of the API, files, the demonstration, Watchdesk itself, and connections that were removed without their tickets. */
                        sources: {
                            /** @enum {string} */
                            kind: "api" | "csv" | "simulator" | "application" | "system";
                            label: string;
                            /** Format: date-time */
                            since: string;
                            source: string;
                        }[];
                    };
                };
            };
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Go into the vault, and are never answered. */
                    credentials: {
                        [key: string]: unknown;
                    };
                    name: string;
                    /** @default {} */
                    options?: {
                        [key: string]: unknown;
                    };
                    /** @description How long after one pull the next begins; 60 where left out. */
                    pollSeconds?: number;
                    /** @description Without an event for so long it counts as silent; a day where left out, null for never. */
                    silenceSeconds?: number | null;
                    /** @description What ticket ids begin with, for good; named after the system where left out. */
                    source?: string;
                    system: string;
                    /** @description Whether what people do to its tickets here is sent there, where the system takes that. A new one sends nothing where it is left out. */
                    writesBack?: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    removeConnection: {
        parameters: {
            query?: {
                tickets?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Left out, those before stay; to another address they are given again. */
                    credentials?: {
                        [key: string]: unknown;
                    };
                    name?: string;
                    options?: {
                        [key: string]: unknown;
                    };
                    /** @description How long after one pull the next begins; 60 where left out. */
                    pollSeconds?: number;
                    /** @description Without an event for so long it counts as silent; a day where left out, null for never. */
                    silenceSeconds?: number | null;
                    /** @description Whether what people do to its tickets here is sent there, where the system takes that. A new one sends nothing where it is left out. */
                    writesBack?: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        letters: {
                            /** Format: date-time */
                            at: string;
                            attempts: number;
                            field: string;
                            id: string;
                            /** @description As it came, as JSON; the first 10,000 characters. */
                            item: string;
                            reason: string;
                            stream: string | null;
                        }[];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                    };
                };
            };
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All of them where left out. */
                    letters?: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tried: number;
                    };
                };
            };
        };
    };
    mapConnectionAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payloads: number;
                        /** @description When the oldest that is kept came. */
                        since: string | null;
                    };
                };
            };
        };
    };
    getConnectionMaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        maps: components["schemas"]["ConnectionMaps"];
                        /** @description What custom fields are called over there, by their ids, where the system tells. */
                        titles: {
                            [key: string]: string;
                        };
                        /** @description Words that came and are in no map, the most frequent first. */
                        unknown: {
                            count: number;
                            /** Format: date-time */
                            firstAt: string;
                            /** Format: date-time */
                            lastAt: string;
                            value: string;
                            what: string;
                        }[];
                        version: number;
                        /** @description The latest first. */
                        versions: {
                            maps: components["schemas"]["ConnectionMaps"];
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    saveConnectionMaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version it began from; refused where a newer one was saved meanwhile. */
                    base?: number;
                    maps: {
                        /** @default {} */
                        customFields?: {
                            [key: string]: string;
                        };
                        payloads?: components["schemas"]["WebhookMappingInput"];
                        /** @default {} */
                        priority?: {
                            [key: string]: "P1" | "P2" | "P3" | "P4" | "P5";
                        };
                        /** @default {} */
                        status?: {
                            [key: string]: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
                        };
                        /** @default {} */
                        users?: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        maps: components["schemas"]["ConnectionMaps"];
                        /** @description What custom fields are called over there, by their ids, where the system tells. */
                        titles: {
                            [key: string]: string;
                        };
                        /** @description Words that came and are in no map, the most frequent first. */
                        unknown: {
                            count: number;
                            /** Format: date-time */
                            firstAt: string;
                            /** Format: date-time */
                            lastAt: string;
                            value: string;
                            what: string;
                        }[];
                        version: number;
                        /** @description The latest first. */
                        versions: {
                            maps: components["schemas"]["ConnectionMaps"];
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    pauseConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    listReceived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The latest first, at most ten. */
                        received: {
                            /** Format: date-time */
                            at: string;
                            body: string;
                        }[];
                    };
                };
            };
        };
    };
    resumeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    getConnectionRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOffer"];
                };
            };
        };
    };
    takeOverRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    calendars: {
                        /**
                         * @description What it becomes a version of; a new one where null.
                         * @default null
                         */
                        id?: string | null;
                        key: string;
                        name: string;
                        /** @description Null where the policies count by the calendar `id` as it is. */
                        spec: components["schemas"]["CalendarSpecInput"] | null;
                    }[];
                    /**
                     * @description Only says what would become of it.
                     * @default false
                     */
                    dryRun?: boolean;
                    policies: {
                        /**
                         * @description What it becomes a version of; a new one where null.
                         * @default null
                         */
                        id?: string | null;
                        spec: components["schemas"]["PolicySpecInput"];
                    }[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: {
                            readonly faults: {
                                field: string;
                                message: string;
                            }[];
                            id: string | null;
                            /** @enum {string} */
                            kind: "calendar" | "policy";
                            name: string;
                            /** @enum {string} */
                            outcome: "new" | "version" | "as_it_is" | "refused";
                            /** @description Of a policy: its place. */
                            rank: number | null;
                        }[];
                    };
                };
            };
        };
    };
    listConnectionVerdicts: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        tickets: {
                            comparisons: {
                                isSame: boolean;
                                ours: {
                                    breachedAt: string | null;
                                    elapsedSeconds: number;
                                    endedAt: string | null;
                                    isBusiness: boolean;
                                    metric: string;
                                    ordinal: number;
                                    startedAt: string | null;
                                    /** @enum {string} */
                                    state: "running" | "paused" | "met" | "breached" | "cancelled";
                                    /** @description Null where nothing is promised. */
                                    targetSeconds: number | null;
                                } | null;
                                /** @description Why the two verdicts are not the same, as far as it can be said, what weighs most first. */
                                reasons: ("not_here" | "not_there" | "cancelled" | "taken_back" | "other_clock" | "other_target" | "other_hours" | "other_start" | "other_end" | "other_pauses" | "still_running" | "within_a_minute" | "unexplained")[];
                                theirs: {
                                    breachedAt: string | null;
                                    elapsedSeconds: number | null;
                                    endedAt: string | null;
                                    instance: number;
                                    /** @description Counts within opening hours. */
                                    isBusiness: boolean | null;
                                    /** @description A breach was announced there and taken back. */
                                    isTakenBack: boolean;
                                    metric: string;
                                    startedAt: string | null;
                                    /** @enum {string} */
                                    state: "running" | "paused" | "met" | "breached" | "unpromised";
                                    /** @description Null where nothing is promised. */
                                    targetSeconds: number | null;
                                } | null;
                            }[];
                            ticket: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    changeWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made here where left out. */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
        };
    };
    listSystems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        systems: {
                            /** @description JSON schema of what `credentials` must be. */
                            credentials: unknown;
                            /** @description It is asked, and not only heard by its webhooks. */
                            isRead: boolean;
                            /** @description Whether it takes commands back. */
                            isWritable: boolean;
                            label: string;
                            /** @description JSON schema of what `options` must be. */
                            options: unknown;
                            system: string;
                            takesWebhooks: boolean;
                            /** @description As JSON: what a trigger over there is to send, where events cannot be subscribed to. */
                            triggerBody: string | null;
                        }[];
                    };
                };
            };
        };
    };
    tryConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credentials: {
                        [key: string]: unknown;
                    };
                    /** @default {} */
                    options?: {
                        [key: string]: unknown;
                    };
                    system: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    draftWebhookMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A payload as it comes, as JSON. */
                    sample: unknown;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null where the payload names no ticket or no time. */
                        mapping: unknown;
                    };
                };
            };
        };
    };
    previewWebhookMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whose words are used beside those of the mapping. */
                    connection?: string;
                    /** @description A mapping document: `payloads` of a connection’s maps says how it looks. */
                    mapping: unknown;
                    samples: unknown[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            actor: {
                                id?: string;
                                /** @enum {string} */
                                kind: "customer" | "agent" | "bot" | "automation" | "system";
                            };
                            /** Format: date-time */
                            at: string;
                            data: {
                                [key: string]: unknown;
                            };
                            id: string;
                            /** @description Made out of what a ticket is and was, since nothing tells of the change itself. */
                            isSynthetic: boolean;
                            ticket?: string;
                            type: string;
                        }[];
                        rejects: {
                            field: string;
                            /** @description As JSON; its first 2,000 characters. */
                            item: string;
                            reason: string;
                        }[];
                        readonly warnings: {
                            value: string;
                            what: string;
                        }[];
                    };
                };
            };
        };
    };
    listMappedTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly types: {
                            readonly fields: {
                                /**
                                 * @description `word` is one of `words`; of `fields` each is given as `name.one`; `any` comes as it is.
                                 * @enum {string}
                                 */
                                kind: "text" | "number" | "boolean" | "list" | "moment" | "word" | "any" | "fields";
                                name: string;
                                needed: boolean;
                                nullable: boolean;
                                readonly words?: string[];
                            }[];
                            type: string;
                        }[];
                    };
                };
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id once more */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Everything up to this instant is erased, whenever it arrives
                         */
                        erasedAt: string;
                        /** @description The id, which stays, looks like an e-mail address */
                        idTells: boolean;
                        /** @description Events that lost a text or contact data */
                        texts: number;
                        /** @description Which stay, with their numbers */
                        tickets: number;
                    };
                };
            };
        };
    };
    exportCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    listDashboards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dashboards: components["schemas"]["Dashboard"][];
                    };
                };
            };
        };
    };
    createDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shared?: boolean;
                    spec: components["schemas"]["DashboardSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    saveDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    spec: components["schemas"]["DashboardSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    deleteDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restoreDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    version: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    shareDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shared: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
        };
    };
    listDashboardVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            spec: components["schemas"]["DashboardSpec"];
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    listDimensions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dimensions: components["schemas"]["Dimension"][];
                    };
                };
            };
        };
    };
    list_agents: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agent"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        total: number;
                    };
                };
            };
        };
    };
    get_agents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Customer"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        total: number;
                    };
                };
            };
        };
    };
    get_customers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    list_organisations: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organisation"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        total: number;
                    };
                };
            };
        };
    };
    get_organisations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    list_sites: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Site"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        total: number;
                    };
                };
            };
        };
    };
    get_sites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Team"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        total: number;
                    };
                };
            };
        };
    };
    get_teams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    escalationAnalytics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The last day, which is in it
                     */
                    end_date: string;
                    /** @description By dimension one value or several; `""` for none */
                    filters?: {
                        [key: string]: string | string[];
                    };
                    metrics: ("volume" | "satisfaction" | "resolution_time" | "cost")[];
                    /** Format: date */
                    start_date: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationAnalytics"];
                };
            };
        };
    };
    sendEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Events in any order: `{ id, at, seq?, actor?, ticket?, type, data }`. A repeated id changes nothing. */
                    events: unknown[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcomes: components["schemas"]["Outcome"][];
                    };
                };
            };
        };
    };
    listExplorations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        explorations: components["schemas"]["Exploration"][];
                    };
                };
            };
        };
    };
    createExploration: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shared?: boolean;
                    spec: components["schemas"]["ExplorationSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exploration"];
                };
            };
        };
    };
    getExploration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exploration"];
                };
            };
        };
    };
    saveExploration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    spec: components["schemas"]["ExplorationSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exploration"];
                };
            };
        };
    };
    deleteExploration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    shareExploration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shared: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exploration"];
                };
            };
        };
    };
    getFeedbackDrivers: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackDrivers"];
                };
            };
        };
    };
    getFollowUps: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUps"];
                };
            };
        };
    };
    getFirstSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
        };
    };
    noteFirstStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dismissed?: boolean;
                    /**
                     * @description A dashboard was read; refused before the first ticket.
                     * @enum {boolean}
                     */
                    insight?: true;
                    /**
                     * @description The policies are to stay as they are.
                     * @enum {boolean}
                     */
                    promise?: true;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
        };
    };
    listGoals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was looked at.
                         */
                        asOf: string;
                        goals: components["schemas"]["Goal"][];
                    };
                };
            };
        };
    };
    createGoal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    goal: components["schemas"]["GoalDraftInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDetail"];
                };
            };
        };
    };
    getGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDetail"];
                };
            };
        };
    };
    saveGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    goal: components["schemas"]["GoalDraftInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDetail"];
                };
            };
        };
    };
    deleteGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    closeGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "reached" | "missed" | "dropped";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDetail"];
                };
            };
        };
    };
    reopenGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDetail"];
                };
            };
        };
    };
    listGoalVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            measured: number | null;
                            /** @description Of a version that closed it. */
                            outcome: ("reached" | "missed" | "dropped") | null;
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            spec: components["schemas"]["GoalSpec"];
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
        };
    };
    listHooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hooks: {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** @enum {string} */
                            event: "sla.warning" | "sla.breached" | "sla.severe" | "sla.met" | "ticket.created" | "ticket.reopened" | "csat.low" | "escalated";
                            id: string;
                            /** @description The host that is called. */
                            leadsTo: string;
                        }[];
                    };
                };
            };
        };
    };
    createHook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    event: "sla.warning" | "sla.breached" | "sla.severe" | "sla.met" | "ticket.created" | "ticket.reopened" | "csat.low" | "escalated";
                    targetUrl: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        secret: string;
                    };
                };
            };
        };
    };
    removeHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly imports: components["schemas"]["ImportFile"][];
                    };
                };
            };
        };
    };
    announceImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The length of the file, at most 1073741824 */
                    bytes: number;
                    name: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
        };
    };
    removeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
        };
    };
    sendImport: {
        parameters: {
            query?: {
                offset?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
        };
    };
    detectImport: {
        parameters: {
            query?: {
                delimiter?: string;
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "latin1";
                header?: "true" | "false";
                shape?: "tickets" | "snapshots" | "events" | "history" | "agents" | "teams" | "organisations" | "customers";
                source?: string;
                zone?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetection"];
                };
            };
        };
    };
    exportImportMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A mapping, as docs/import.md explains it and the command line takes it */
                    mapping: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    exportImportRejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    runImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A mapping, as docs/import.md explains it and the command line takes it */
                    mapping?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
        };
    };
    getInbox: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
        };
    };
    markInboxRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxReadInput"];
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
                /** @description One or several of SEV1, SEV2, SEV3, SEV4, SEV5: repeated or separated by commas */
                severity?: string | string[];
                /** @description One or several of proposed, dismissed, investigating, identified, monitoring, resolved, closed: repeated or separated by commas */
                stage?: string | string[];
                /** @description Those that this ticket belongs to */
                ticket?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            /** @description Of the open ones, SEV1 and SEV2. */
                            major: number;
                            open: number;
                            proposed: number;
                            review: number;
                        };
                        incidents: components["schemas"]["IncidentBrief"][];
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                    };
                };
            };
        };
    };
    openIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    block: "complete" | "major" | "minor";
                    commander?: string;
                    /** @default [] */
                    customers?: string[];
                    detectedBy?: string;
                    /**
                     * @description It waits to be taken up: no clock runs, and nobody is called.
                     * @default false
                     */
                    isProposed?: boolean;
                    /** @default [] */
                    overrides?: ("security" | "data_loss" | "payments")[];
                    /** @default [] */
                    regions?: string[];
                    /** @default [] */
                    services?: string[];
                    /** Format: date-time */
                    startedAt?: string;
                    summary?: string;
                    /** @default [] */
                    tickets?: string[];
                    title: string;
                    /** @enum {string} */
                    users: "one" | "multiple" | "all";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    setIncidentAction: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of whoever makes it; the same again changes it. */
                    action: string;
                    dueOn?: string | null;
                    owner?: string | null;
                    /** @enum {string} */
                    state?: "open" | "done" | "dropped";
                    title?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    describeIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customers?: string[];
                    regions?: string[];
                    services?: string[];
                    summary?: string;
                    title?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    tickIncidentItem: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    is?: boolean;
                    item: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    declareProposedIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    block?: "complete" | "major" | "minor";
                    overrides?: ("security" | "data_loss" | "payments")[];
                    /** @enum {string} */
                    users?: "one" | "multiple" | "all";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    dismissIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    draftIncidentUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @enum {string} */
                            audience: "internal" | "customers";
                            id: string;
                            label: string;
                            subject: string | null;
                            text: string | null;
                        }[];
                    };
                };
            };
        };
    };
    noteOnIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    writeIncidentReview: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revenueImpact?: string;
                    rootCause?: string;
                    stamps?: {
                        causeFoundAt?: null | string;
                        declaredAt?: null | string;
                        fixedAt?: null | string;
                        impactEndedAt?: null | string;
                        pagedAt?: null | string;
                        reportedAt?: null | string;
                    };
                    summary?: string;
                    toImprove?: string[];
                    wentWell?: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    completeIncidentReview: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    assignIncidentRole: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agent: string;
                    /** @default true */
                    is?: boolean;
                    /** @enum {string} */
                    role: "commander" | "technical_lead" | "communications" | "scribe" | "expert";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    reassessIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    block: "complete" | "major" | "minor";
                    /** @default [] */
                    overrides?: ("security" | "data_loss" | "payments")[];
                    reason?: string;
                    /** @enum {string} */
                    users: "one" | "multiple" | "all";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    moveIncident: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    /** @enum {string} */
                    status: "investigating" | "identified" | "monitoring" | "resolved" | "closed";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    listIncidentTickets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tickets: components["schemas"]["TicketRow"][];
                    };
                };
            };
        };
    };
    linkIncidentTickets: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    is?: boolean;
                    tickets: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    postIncidentUpdate: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    audience: "internal" | "customers";
                    subject?: string;
                    template?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    listIncidentAntiPatterns: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            agent: components["schemas"]["Named"] | null;
                            readonly incidents: string[];
                            of: number;
                            /** @enum {string} */
                            pattern: "severity_inflation" | "no_review" | "customer_last" | "on_call_burnout" | "hero_culture" | "war_room_theatre";
                        }[];
                        incidents: number;
                    };
                };
            };
        };
    };
    countIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the open ones, SEV1 and SEV2. */
                        major: number;
                        open: number;
                        proposed: number;
                        review: number;
                    };
                };
            };
        };
    };
    getIncidentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPolicy"];
                };
            };
        };
    };
    saveIncidentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. */
                    baseVersion?: number;
                    policy: {
                        reviewSeconds: number;
                        terms: {
                            [key: string]: {
                                channels: string[];
                                escalation: {
                                    afterSeconds: number;
                                    to: string;
                                }[];
                                responseSeconds: number;
                                updateSeconds: number | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPolicy"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /** @description One joins with the account of this address, signed in. */
                        hasAccount: boolean;
                        invitedBy: string;
                        /** @description Passwords are off: one comes in by this company’s sign-in, /sign-in/single-sign-on/{workspace}, which uses the invitation up. */
                        onlyBy: string | null;
                        /** @enum {string} */
                        role: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
                        workspace: {
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    joinByInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: string;
                    };
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ApiKey"][];
                    };
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Addresses and ranges such as 192.0.2.0/24; from anywhere where left out */
                    allowedFrom?: string[] | null;
                    /** @description Never where left out */
                    expiresAt?: string | null;
                    name: string;
                    scopes: ("events:write" | "tickets:read" | "tickets:write" | "rules:write" | "people:write" | "admin")[];
                    /** @default api */
                    source?: string;
                    /**
                     * @description Whether tickets of this source may be worked on here. Only for a source not seen before.
                     * @default true
                     */
                    writable?: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        secret: string;
                    };
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renewKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 86400 */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        secret: string;
                    };
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            /** @description Given up in the last 90 days. */
                            failed: number;
                            lastSentAt: string | null;
                            /** @description In the last 90 days. */
                            sent: number;
                            waiting: number;
                        };
                        from: string | null;
                        /** @description Whether a mail server is set. Without one, links are shown to whoever makes them. */
                        isConfigured: boolean;
                        /** @description The newest hundred, those that wait or failed first. */
                        letters: components["schemas"]["MailLetter"][];
                        /** @description Of letters that belong to no workspace, such as resets of passwords. */
                        ofNoWorkspace: {
                            /** @description Given up in the last 90 days. */
                            failed: number;
                            lastSentAt: string | null;
                            /** @description In the last 90 days. */
                            sent: number;
                            waiting: number;
                        };
                        /** @description Host and port of the mail server. */
                        server: string | null;
                    };
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: components["schemas"]["Invitation"][];
                        members: components["schemas"]["Member"][];
                        /** @description Whether invitations are sent; else their links are passed on. */
                        sendsMail: boolean;
                        /** @description Whether whoever comes in by password needs a second factor. */
                        wantsSecondFactor: boolean;
                    };
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    agentId?: string | null;
                    /** @enum {string} */
                    role?: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
                    teams?: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    makeResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be passed on: it is in this answer and never again. */
                        link: string;
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    agentId?: string | null;
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin";
                    /** @default [] */
                    teams?: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: components["schemas"]["Invitation"];
                        /** @description To be passed on: it is in this answer and never again. */
                        link: string;
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        metrics: components["schemas"]["Metric"][];
                    };
                };
            };
        };
    };
    getNoticeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "acknowledge" | "snooze" | "unsubscribe";
                        notice: {
                            event: string;
                            severity: string;
                            title: string;
                            what: string;
                        } | null;
                        /** @description How the alert stands that it is about; null where it is about none. */
                        standing: {
                            at: string | null;
                            /** @description Who made it so; null where nobody did. */
                            by: string | null;
                            /**
                             * @description `further`: its promise has come to a further step, of which another message told.
                             * @enum {string}
                             */
                            status: "open" | "acknowledged" | "snoozed" | "resolved" | "further";
                            /** @description The end of a snooze. */
                            until: string | null;
                        } | null;
                        /**
                         * Format: date-time
                         * @description The end of the link.
                         */
                        until: string;
                    };
                };
            };
        };
    };
    followNoticeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    deed: "acknowledge" | "snooze" | "unsubscribe";
                    /**
                     * @description Of a snooze
                     * @default 60
                     */
                    forMinutes?: number;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False where it had been done before, or what it was about is over: nothing has changed. */
                        done: boolean;
                        /** @description How the alert stands that it is about; null where it is about none. */
                        standing: {
                            at: string | null;
                            /** @description Who made it so; null where nobody did. */
                            by: string | null;
                            /**
                             * @description `further`: its promise has come to a further step, of which another message told.
                             * @enum {string}
                             */
                            status: "open" | "acknowledged" | "snoozed" | "resolved" | "further";
                            /** @description The end of a snooze. */
                            until: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    unsubscribeFromNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                notice?: string;
                /** @description One or several of there, sent, grouped, waiting, held, capped, failed, nowhere: repeated or separated by commas */
                outcome?: string | string[];
                /** @description The id of a person or a channel */
                recipient?: string;
                /** @description One or several of info, warning, critical: repeated or separated by commas */
                severity?: string | string[];
                thread?: string;
                ticket?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                        next: string | null;
                    };
                };
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    saveNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPreferencesInput"];
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    listRecipients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Recipient"][];
                    };
                };
            };
        };
    };
    getOnCallCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    listOnCallCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All shifts of the caller. */
                        mine: string;
                        schedules: {
                            id: string;
                            name: string;
                            url: string;
                        }[];
                    };
                };
            };
        };
    };
    renewOnCallCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All shifts of the caller. */
                        mine: string;
                        schedules: {
                            id: string;
                            name: string;
                            url: string;
                        }[];
                    };
                };
            };
        };
    };
    listEscalationPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policies: components["schemas"]["EscalationPolicy"][];
                    };
                };
            };
        };
    };
    createEscalationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    policy: components["schemas"]["EscalationPolicySpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationPolicy"];
                };
            };
        };
    };
    saveEscalationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    policy: components["schemas"]["EscalationPolicySpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationPolicy"];
                };
            };
        };
    };
    removeEscalationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOnCallFairness: {
        parameters: {
            query?: {
                /** @description Four weeks before `to` where left out; at most 92 days before it */
                from?: string;
                /** @description Of one alone */
                schedule?: string;
                /** @description Now where left out, and at the latest */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** @description Of fewer days nothing is compared. */
                        leastDays: number;
                        /** @description Of fewer acknowledged pages the median says little. */
                        leastPages: number;
                        people: {
                            /** @description By themselves. */
                            acknowledged: number;
                            /** @description What hints at burnout. */
                            hints: ("uneven" | "long_run" | "night_pages" | "busy_shifts")[];
                            /** @description On public holidays of the schedules’ calendars. */
                            holidaySeconds: number;
                            /** @description The longest stretch without a pause. */
                            longestSeconds: number;
                            medianAckSeconds: number | null;
                            nightPages: number;
                            /** @description From 22 to 6 by the clock on their wall. */
                            nightSeconds: number;
                            onCallSeconds: number;
                            pages: number;
                            person: components["schemas"]["Named"];
                            /** @description Against an even share, which is 1; null of one person, or of less than two weeks. */
                            ratio: number | null;
                            weekendSeconds: number;
                        }[];
                        /** Format: date-time */
                        to: string;
                        /** @description How many there are besides, whose single figures are not the caller’s to see. */
                        withheld: number;
                    };
                };
            };
        };
    };
    endOnCallOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listOnCallPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            /** @description `person:` with the id of an account, `agent:` with the id of an agent who has none. */
                            id: string;
                            /** @description Whether a page reaches them: an agent without an account gets none. */
                            isReachable: boolean;
                            name: string;
                            zone: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listOnCallSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        schedules: components["schemas"]["OnCallSchedule"][];
                    };
                };
            };
        };
    };
    createOnCallSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    schedule: components["schemas"]["OnCallScheduleSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnCallSchedule"];
                };
            };
        };
    };
    getOnCallSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnCallSchedule"];
                };
            };
        };
    };
    saveOnCallSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    schedule: components["schemas"]["OnCallScheduleSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnCallSchedule"];
                };
            };
        };
    };
    removeOnCallSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createOnCallOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    person: string;
                    /** @default  */
                    reason?: string;
                    /** Format: date-time */
                    to: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnCallOverride"];
                };
            };
        };
    };
    listOnCallShifts: {
        parameters: {
            query?: {
                /** @description Now where left out */
                from?: string;
                /** @description Two weeks later where left out; at most 92 days later */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What each says by itself, as they are now. */
                        layers: {
                            name: string;
                            shifts: components["schemas"]["OnCallShift"][];
                        }[];
                        /** @description Who is on call: without gap or overlap. The past as it was. */
                        line: components["schemas"]["OnCallShift"][];
                        overrides: components["schemas"]["OnCallOverride"][];
                        timeZone: string;
                    };
                };
            };
        };
    };
    swapOnCallShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description An instant of the one shift
                     */
                    first: string;
                    /** @default  */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description An instant of the other
                     */
                    second: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        overrides: components["schemas"]["OnCallOverride"][];
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
        };
    };
    getPeers: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description One or several of created, resolved, resolution_rate, net_flow, requesters, tickets_per_requester, tickets_per_100_customers, outbound_share, urgent_share, high_share, duplicates, contacts_affected, backlog, backlog_mean, queue_depth, backlog_age, backlog_age_mean, backlog_age_p90, unassigned_share, pending_share, waiting, unanswered, wait_so_far, longest_wait_so_far, first_response, first_response_p75, first_response_p90, first_response_p95, first_response_mean, next_response, next_response_p75, next_response_p90, next_response_p95, next_response_mean, reply_wait, reply_wait_p75, reply_wait_p90, reply_wait_p95, reply_wait_mean, first_response_of_created, first_response_of_created_p75, first_response_of_created_p90, first_response_of_created_p95, first_response_of_created_mean, first_response_of_cycle, first_response_of_cycle_p75, first_response_of_cycle_p90, first_response_of_cycle_p95, first_response_of_cycle_mean, first_answer, first_answer_p75, first_answer_p90, first_answer_p95, first_answer_mean, replies_given, first_replies, next_replies, tickets_answered, first_response_within_hour, resolution, resolution_p75, resolution_p90, resolution_p95, resolution_mean, first_resolution, first_resolution_p75, first_resolution_p90, first_resolution_p95, first_resolution_mean, first_resolved, active_resolution, active_resolution_p75, active_resolution_p90, active_resolution_p95, active_resolution_mean, requester_wait, requester_wait_p75, requester_wait_p90, requester_wait_p95, requester_wait_mean, agent_work, agent_work_p75, agent_work_p90, agent_work_p95, agent_work_mean, pending_time, on_hold_time, longest_wait, resolved_silently, fcr, reopen, durable_resolution, come_back, containment, no_escalation, bot_involvement, path_bot, path_one, path_several, path_escalated, escalations, escalation, with_bot, handed_over, handed_over_escalated, escalated_onward, bot_handover, re_escalation, context_kept, escalation_confidence, escalated_resolution, escalated_resolution_p75, escalated_resolution_p90, escalated_resolution_p95, escalated_resolution_mean, escalated_csat, escalated_csat_mean, sla_compliance, sla_first_response, sla_next_response, sla_resolution, sla_met, sla_breached, sla_severe, sla_share_of_target, sla_at_risk, sla_overdue, csat, csat_prompt, csat_late, csat_mean, csat_low, csat_commented, survey_response, nps, ces, ces_of_7, nps_low, csat_answers, nps_answers, ces_answers, replies_per_ticket, customer_messages_per_ticket, notes_per_ticket, transfers_per_ticket, reassignments_per_ticket, transferred, handle_time_total, handle_time, held_time, held_per_ticket, let_go_time, let_go_mean, unassigned_time_share, worked_on, stretches_of_work, utilisation, occupancy, away_share, escalation_capacity, time_logged_in, time_available, time_on_tickets, agents_logged_in, resolved_per_hour, open_per_agent: repeated or separated by commas */
                metrics?: string | string[];
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Peers"];
                };
            };
        };
    };
    getTrending: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trends"];
                };
            };
        };
    };
    listParked: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next part; null at the end */
                        next: string | null;
                        parked: components["schemas"]["ParkedEvent"][];
                    };
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPersonProfile: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonProfile"];
                };
            };
        };
    };
    comparePeople: {
        parameters: {
            query?: {
                /** @description Start of the period; the beginning of today where left out */
                from?: string;
                /** @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before */
                last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                /** @description All people where left out */
                team?: string;
                /** @description IANA zone of days; the workspace’s where left out */
                timeZone?: string;
                /** @description End of the period; now where left out */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleComparison"];
                };
            };
        };
    };
    getReach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reach"];
                };
            };
        };
    };
    listPersonas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personas: components["schemas"]["Identity"][];
                    };
                };
            };
        };
    };
    getPlaybook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    addPlaybookAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action: string;
                    category?: string;
                    /** @default false */
                    hidden?: boolean;
                    /** @enum {string} */
                    issueType?: "api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug";
                    /** @default [] */
                    signals?: ("csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment")[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    changePlaybookAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action: string;
                    /** @default false */
                    hidden?: boolean;
                    /** @default [] */
                    signals?: ("csat" | "reopen" | "fcr" | "first_response" | "resolution" | "backlog_age_p90" | "replies_per_ticket" | "containment")[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    removePlaybookAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    advise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `""` for none */
                    category: string;
                    filters?: {
                        dimension: components["schemas"]["DimensionIdInput"];
                        not?: boolean;
                        /** @description `""` for none */
                        values: string[];
                    }[];
                    /** @description Today where left out */
                    period?: {
                        /** Format: date-time */
                        from?: string;
                        /**
                         * @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before
                         * @enum {string}
                         */
                        last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                        /** Format: date-time */
                        to?: string;
                    };
                    /** @description IANA zone of hours and days; the workspace’s where left out */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
        };
    };
    assignCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category: string;
                    /** @description Null for none; left out, the name of the category decides again. */
                    issueType?: ("api" | "login" | "reports" | "data_import" | "feature_request" | "billing" | "ui_bug") | null;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    getPrivacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacySettings"];
                };
            };
        };
    };
    savePrivacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    redaction?: components["schemas"]["RedactionRulesInput"];
                    retention?: components["schemas"]["RetentionPeriodsInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacySettings"];
                };
            };
        };
    };
    previewRedaction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    redaction: components["schemas"]["RedactionRulesInput"];
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How often each marker was put in */
                        taken: {
                            [key: string]: number;
                        };
                        text: string;
                    };
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null before the first run */
                        last: {
                            /** Format: date-time */
                            at: string;
                            counts: components["schemas"]["RetentionCounts"];
                            who: string;
                        } | null;
                        next: components["schemas"]["RetentionCounts"];
                    };
                };
            };
        };
    };
    query: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Beside what is usual among companies of which stage; of the workspace’s where left out
                     * @enum {string}
                     */
                    benchmark?: "startup" | "growth" | "scale" | "enterprise";
                    /**
                     * @description How time is counted; as each metric usually does where left out, and refused where one of them cannot be counted so
                     * @enum {string}
                     */
                    calendar?: "elapsed" | "business";
                    /** @enum {string} */
                    compare?: "previous" | "lastYear";
                    dimensions?: components["schemas"]["DimensionIdInput"][];
                    filters?: {
                        dimension: components["schemas"]["DimensionIdInput"];
                        not?: boolean;
                        /** @description `""` for none */
                        values: string[];
                    }[];
                    /**
                     * @description Of series; without it there are none
                     * @enum {string}
                     */
                    grain?: "hour" | "day" | "week" | "month";
                    having?: {
                        /** @enum {string} */
                        compare: "<" | "<=" | ">" | ">=";
                        metric: components["schemas"]["MetricIdInput"];
                        value: number;
                    }[];
                    /** @description Groups shown; the others are the rest */
                    limit?: number;
                    metrics: components["schemas"]["MetricIdInput"][];
                    /** @description A metric or a dimension of the query; the first metric, largest first, where left out */
                    order?: {
                        by: string;
                        /** @enum {string} */
                        direction?: "asc" | "desc";
                    };
                    /** @description Today where left out */
                    period?: {
                        /** Format: date-time */
                        from?: string;
                        /**
                         * @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before
                         * @enum {string}
                         */
                        last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                        /** Format: date-time */
                        to?: string;
                    };
                    /** @description Filters of what else the same figures are given beside, instead of `filters` */
                    segment?: {
                        dimension: components["schemas"]["DimensionIdInput"];
                        not?: boolean;
                        /** @description `""` for none */
                        values: string[];
                    }[];
                    /** @description IANA zone of hours and days; the workspace’s where left out */
                    timeZone?: string;
                    /** @enum {string} */
                    weekStart?: "monday" | "sunday";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                };
            };
        };
    };
    drill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How time is counted; as each metric usually does where left out, and refused where one of them cannot be counted so
                     * @enum {string}
                     */
                    calendar?: "elapsed" | "business";
                    /** @description The `next` of the answer before */
                    cursor?: string;
                    filters?: {
                        dimension: components["schemas"]["DimensionIdInput"];
                        not?: boolean;
                        /** @description `""` for none */
                        values: string[];
                    }[];
                    limit?: number;
                    metric: components["schemas"]["MetricIdInput"];
                    /** @description Today where left out */
                    period?: {
                        /** Format: date-time */
                        from?: string;
                        /**
                         * @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before
                         * @enum {string}
                         */
                        last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                        /** Format: date-time */
                        to?: string;
                    };
                    /** @enum {string} */
                    side?: "all" | "numerator";
                    /** @description IANA zone of hours and days; the workspace’s where left out */
                    timeZone?: string;
                    /** @enum {string} */
                    weekStart?: "monday" | "sunday";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drill"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How time is counted; as each metric usually does where left out, and refused where one of them cannot be counted so
                     * @enum {string}
                     */
                    calendar?: "elapsed" | "business";
                    filters?: {
                        dimension: components["schemas"]["DimensionIdInput"];
                        not?: boolean;
                        /** @description `""` for none */
                        values: string[];
                    }[];
                    metric: components["schemas"]["MetricIdInput"];
                    /** @description Today where left out */
                    period?: {
                        /** Format: date-time */
                        from?: string;
                        /**
                         * @description A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before
                         * @enum {string}
                         */
                        last?: "24h" | "7d" | "30d" | "90d" | "quarter" | "lastQuarter";
                        /** Format: date-time */
                        to?: string;
                    };
                    /** @description IANA zone of hours and days; the workspace’s where left out */
                    timeZone?: string;
                    /** @enum {string} */
                    weekStart?: "monday" | "sunday";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
        };
    };
    listAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["AlertRule"][];
                    };
                };
            };
        };
    };
    createAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule: components["schemas"]["AlertRuleSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRule"];
                };
            };
        };
    };
    getAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRule"];
                };
            };
        };
    };
    saveAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    rule: components["schemas"]["AlertRuleSpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRule"];
                };
            };
        };
    };
    removeAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    enableAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRule"];
                };
            };
        };
    };
    snoozeAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: null | string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRule"];
                };
            };
        };
    };
    listAlertRuleVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                            spec: components["schemas"]["AlertRuleSpec"];
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    dryRunAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Four weeks before the end where left out; at most 92 days.
                     */
                    from?: string;
                    /** @description Of the rule that it is to become: a further step of a promise ends the alerts of other rules on it, and not its own. */
                    id?: string;
                    rule: components["schemas"]["AlertRuleSpecInput"];
                    /**
                     * Format: date-time
                     * @description Now where left out.
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDryRun"];
                };
            };
        };
    };
    listAlertRuleTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["AlertRuleTemplate"][];
                    };
                };
            };
        };
    };
    listScimGroups: {
        parameters: {
            query?: {
                count?: number;
                excludedAttributes?: string;
                /** @description One attribute that equals one value, such as `userName eq "anna@example.com"` */
                filter?: string;
                startIndex?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        itemsPerPage: number;
                        Resources: components["schemas"]["ScimGroup"][];
                        readonly schemas: string[];
                        startIndex: number;
                        totalResults: number;
                    };
                };
            };
        };
    };
    createScimGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
        };
    };
    getScimGroup: {
        parameters: {
            query?: {
                count?: number;
                excludedAttributes?: string;
                /** @description One attribute that equals one value, such as `userName eq "anna@example.com"` */
                filter?: string;
                startIndex?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
        };
    };
    replaceScimGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
        };
    };
    changeScimGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    Operations: ({
                        op: string;
                        path?: string;
                        value?: unknown;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
        };
    };
    listScimResourceTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        itemsPerPage: number;
                        Resources: ({
                            schemas: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        readonly schemas: string[];
                        startIndex: number;
                        totalResults: number;
                    };
                };
            };
        };
    };
    getScimResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    listScimSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        itemsPerPage: number;
                        Resources: ({
                            schemas: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        readonly schemas: string[];
                        startIndex: number;
                        totalResults: number;
                    };
                };
            };
        };
    };
    getScimSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getScimConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        schemas: string[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    listScimUsers: {
        parameters: {
            query?: {
                count?: number;
                excludedAttributes?: string;
                /** @description One attribute that equals one value, such as `userName eq "anna@example.com"` */
                filter?: string;
                startIndex?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": {
                        itemsPerPage: number;
                        Resources: components["schemas"]["ScimUser"][];
                        readonly schemas: string[];
                        startIndex: number;
                        totalResults: number;
                    };
                };
            };
        };
    };
    createScimUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
        };
    };
    getScimUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
        };
    };
    replaceScimUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    schemas?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
        };
    };
    deleteScimUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeScimUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": {
                    Operations: ({
                        op: string;
                        path?: string;
                        value?: unknown;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A failure as SCIM has it */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description A failure as SCIM has it */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description How many at most */
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: components["schemas"]["SearchResult"][];
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    stepIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    persona: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the log of the server, where others reach its address too. */
                    code?: string;
                    company: string;
                    /** Format: email */
                    email: string;
                    name: string;
                    password: string;
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    saveSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage: ("startup" | "growth" | "scale" | "enterprise") | null;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    wantSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isWanted: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where a directory provides people (SCIM 2.0). */
                        provisioningAddress: string;
                        /** @description To be entered at the provider. */
                        redirectAddress: string;
                        /** @description Null while there is none. The client secret is never answered. */
                        settings: components["schemas"]["SingleSignOn"] | null;
                    };
                };
            };
        };
    };
    saveSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    /** @description Left out, the one before stays; with another issuer it is given again. */
                    clientSecret?: string;
                    /** @description Of those in no group that says one; null: they do not come in. */
                    defaultRole: ("agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin") | null;
                    domains: string[];
                    /**
                     * @description The first with a role that somebody is in says the role; the teams are those of all. Followed at each sign-in.
                     * @default []
                     */
                    groups?: {
                        /** @description As the provider tells it: a name, or the id of one (Entra ID). */
                        group: string;
                        /** @description Null: it says nothing of the role. */
                        role: ("agent" | "lead" | "manager" | "executive" | "reviewer" | "planner" | "admin") | null;
                        /** @default [] */
                        teams?: string[];
                    }[];
                    /**
                     * @description The claim of the ID token or of the user info that names the groups.
                     * @default groups
                     */
                    groupsClaim?: string;
                    issuer: string;
                    /** @description What the button of the sign-in page says. */
                    label: string;
                    /** @description Whoever comes first is made; else they must be invited or provided before. */
                    makesPeople: boolean;
                    /** @description Whether others than administrators may come by password and passkey too. */
                    passwords: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where a directory provides people (SCIM 2.0). */
                        provisioningAddress: string;
                        /** @description To be entered at the provider. */
                        redirectAddress: string;
                        /** @description Null while there is none. The client secret is never answered. */
                        settings: components["schemas"]["SingleSignOn"] | null;
                    };
                };
            };
        };
    };
    removeSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    testSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    issuer: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where people are sent to sign in. */
                        authorization: string | null;
                        /** @description What is wrong; null where nothing is. */
                        detail: string | null;
                        ok: boolean;
                        /** @description Whether it says that it tells groups; null where it says nothing of claims. */
                        tellsGroups: boolean | null;
                    };
                };
            };
        };
    };
    getVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visibility"];
                };
            };
        };
    };
    saveVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agent: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                    executive: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                    lead: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                    manager: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                    planner: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                    reviewer: {
                        /**
                         * @description Whose work may be seen summed up: at least those of `rows`.
                         * @enum {string}
                         */
                        aggregate: "none" | "own" | "teams" | "all";
                        /**
                         * @description Whose work may be seen one by one.
                         * @enum {string}
                         */
                        rows: "none" | "own" | "teams" | "all";
                        /** @description Whether tickets are seen at all: who the customers are and what is written. */
                        text: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agent: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                        executive: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                        lead: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                        manager: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                        planner: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                        reviewer: {
                            /**
                             * @description Whose work may be seen summed up: at least those of `rows`.
                             * @enum {string}
                             */
                            aggregate: "none" | "own" | "teams" | "all";
                            /**
                             * @description Whose work may be seen one by one.
                             * @enum {string}
                             */
                            rows: "none" | "own" | "teams" | "all";
                            /** @description Whether tickets are seen at all: who the customers are and what is written. */
                            text: boolean;
                        };
                    };
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: {
                /** @description What the page was called with by a single sign-on that did not let somebody in. */
                refused?: "not_offered" | "again" | "declined" | "unavailable" | "wrong_secret" | "misconfigured" | "no_email" | "unverified_email" | "foreign_domain" | "too_many_groups" | "no_group" | "not_invited" | "other_account" | "shut_out";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: boolean;
                        /** @description There are several companies, which are not told to strangers: whose sign-in one comes by, the address of the person says. */
                        asksForCompany: boolean;
                        /** @description What was asked for with `refused`, in words. */
                        refused: string | null;
                        /** @description Whether a link for a forgotten password can be sent. */
                        sendsMail: boolean;
                        /** @description Whether there is no account at all yet. */
                        setUp: {
                            isNeeded: boolean;
                            needsCode: boolean;
                        };
                        /** @description Whose provider one may come by: a button for each leads to /sign-in/single-sign-on/{workspace}. Told to anybody while there is one company here. */
                        singleSignOn: {
                            label: string;
                            name: string;
                            workspace: string;
                        }[];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One is not in yet: a code is asked for. */
                        needsSecondFactor: boolean;
                    };
                };
            };
        };
    };
    signInWithCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @default false */
                    isRecovery?: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    findCompanySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        singleSignOn: {
                            label: string;
                            name: string;
                            workspace: string;
                        }[];
                    };
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    beginSingleSignOn: {
        parameters: {
            query?: {
                /** @description Where in the application it leads when one is in. */
                next?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    finishSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSlaAudit: {
        parameters: {
            query?: {
                from?: string;
                timeZone?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaAudit"];
                };
            };
        };
    };
    listOpenClocks: {
        parameters: {
            query?: {
                /** @description One or several: repeated or separated by commas */
                assignee?: string | string[];
                /** @description How many at most */
                limit?: number;
                /** @description One or several: repeated or separated by commas */
                metric?: string | string[];
                /** @description One or several of breached, critical, at_risk, watched, calm, paused, unpromised: repeated or separated by commas */
                risk?: string | string[];
                /** @description One or several: repeated or separated by commas */
                team?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenClocks"];
                };
            };
        };
    };
    getCompliance: {
        parameters: {
            query?: {
                from?: string;
                /** @description The clock of trend, breakdowns and breaches. */
                metric?: string;
                timeZone?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compliance"];
                };
            };
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policies: components["schemas"]["Policy"][];
                    };
                };
            };
        };
    };
    createPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    spec: components["schemas"]["PolicySpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
        };
    };
    savePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case. */
                    baseVersion?: number;
                    spec: components["schemas"]["PolicySpecInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
        };
    };
    retirePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    applyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Says what would change, and changes nothing.
                     * @default true
                     */
                    dryRun?: boolean;
                    /**
                     * @default segment
                     * @enum {string}
                     */
                    mode?: "segment" | "retroactive" | "restart";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
                };
            };
        };
    };
    listPolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** @description Cycles that begin from then on keep to it; null for since ever. */
                            effectiveFrom: string | null;
                            id: string;
                            name: string;
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string | null;
                            spec: components["schemas"]["PolicySpec"] | null;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    backtestPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /**
                     * @description The policy that the draft is of; null for a new one.
                     * @default null
                     */
                    id?: string | null;
                    spec: components["schemas"]["PolicySpecInput"];
                    /** Format: date-time */
                    to: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
                };
            };
        };
    };
    previewPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    id?: string | null;
                    spec: unknown;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
                };
            };
        };
    };
    listPresets: {
        parameters: {
            query?: {
                always?: string;
                business?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        presets: components["schemas"]["PolicySpec"][];
                    };
                };
            };
        };
    };
    getSlaSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaSetup"];
                };
            };
        };
    };
    tickSlaSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step: "history" | "present_times" | "targets" | "priorities" | "hours" | "tiers" | "policies" | "pauses" | "escalation" | "notification" | "reporting" | "training" | "customers" | "first_weeks" | "adjustment" | "recognition";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isDone: boolean;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaSetup"];
                };
            };
        };
    };
    getStatusPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    saveStatusPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that this began from: refused when another was saved meanwhile */
                    base?: number;
                    settings: {
                        /**
                         * @default blue
                         * @enum {string}
                         */
                        accent?: "blue" | "green" | "violet" | "orange" | "grey";
                        components: {
                            /** @default  */
                            description?: string;
                            /** @default  */
                            group?: string;
                            id: string;
                            name: string;
                            /** @default [] */
                            regions?: string[];
                            /** @default [] */
                            services?: string[];
                            /** Format: date */
                            since: string;
                        }[];
                        enabled: boolean;
                        /** @default null */
                        host?: string | null;
                        /** @default  */
                        intro?: string;
                        /** @default true */
                        letters?: boolean;
                        /** @default  */
                        logo?: string;
                        slug: string;
                        timeZone: string;
                        title: string;
                        /** @default true */
                        webhooks?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    setStatusComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: it follows incidents again */
                    state: ("operational" | "maintenance" | "degraded" | "partial_outage" | "major_outage") | null;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    planMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    components: string[];
                    endsAt: string | number;
                    startsAt: string | number;
                    /** @default  */
                    text?: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    changeMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    components: string[];
                    endsAt: string | number;
                    startsAt: string | number;
                    /** @default  */
                    text?: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    stepMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: "begin" | "end" | "cancel";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPageState"];
                };
            };
        };
    };
    previewStatusPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        /**
                         * @default blue
                         * @enum {string}
                         */
                        accent?: "blue" | "green" | "violet" | "orange" | "grey";
                        components: {
                            /** @default  */
                            description?: string;
                            /** @default  */
                            group?: string;
                            id: string;
                            name: string;
                            /** @default [] */
                            regions?: string[];
                            /** @default [] */
                            services?: string[];
                            /** Format: date */
                            since: string;
                        }[];
                        enabled: boolean;
                        /** @default null */
                        host?: string | null;
                        /** @default  */
                        intro?: string;
                        /** @default true */
                        letters?: boolean;
                        /** @default  */
                        logo?: string;
                        slug: string;
                        timeZone: string;
                        title: string;
                        /** @default true */
                        webhooks?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
        };
    };
    watchSse: {
        parameters: {
            query?: {
                since?: string;
                /** @description Separated by commas; `tickets` where nothing else is asked for */
                topics?: string;
                /** @description Questions by name, as JSON */
                watch?: string;
                /** @description As the header `Watchdesk-Workspace` */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listSurveys: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description One or several of scheduled, held, sending, sent, answered, failed: repeated or separated by commas */
                outcome?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyList"];
                };
            };
        };
    };
    getSurveySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveySettingsSaved"];
                };
            };
        };
    };
    saveSurveySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that this began from: refused when another was saved meanwhile */
                    base?: number;
                    settings: components["schemas"]["SurveySettingsInput"];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveySettingsSaved"];
                };
            };
        };
    };
    testSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The workspace’s where left out, or where there are no words for it
                     * @default
                     */
                    language?: string;
                    /** @enum {string} */
                    survey: "csat" | "nps" | "ces";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description Whether work remains to be done */
                active?: "true" | "false";
                /** @description One or several: repeated or separated by commas */
                assignee?: string | string[];
                /** @description One or several: repeated or separated by commas */
                category?: string | string[];
                /** @description One or several of email, chat, phone, social, portal, bot, sms, api, other: repeated or separated by commas */
                channel?: string | string[];
                createdFrom?: string;
                createdTo?: string;
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description One or several: repeated or separated by commas */
                customerTier?: string | string[];
                direction?: "asc" | "desc";
                /** @description How many at most */
                limit?: number;
                /** @description For windows of a scrolling list; a cursor is quicker for walking */
                offset?: number;
                /** @description One or several: repeated or separated by commas */
                organisation?: string | string[];
                /** @description One or several of P1, P2, P3, P4, P5: repeated or separated by commas */
                priority?: string | string[];
                /** @description One or several: repeated or separated by commas */
                product?: string | string[];
                /** @description Words of the subject, or the beginning of a ticket id */
                q?: string;
                /** @description One or several: repeated or separated by commas */
                requester?: string | string[];
                resolvedFrom?: string;
                resolvedTo?: string;
                sort?: "created" | "updated" | "resolved" | "priority" | "waiting";
                /** @description One or several of new, open, pending, on_hold, resolved, closed: repeated or separated by commas */
                status?: string | string[];
                /** @description One or several of L0, L1, L2, L3, none: repeated or separated by commas */
                supportTier?: string | string[];
                /** @description One or several: repeated or separated by commas */
                tag?: string | string[];
                /** @description One or several: repeated or separated by commas */
                team?: string | string[];
                updatedFrom?: string;
                updatedTo?: string;
                /** @description Whether the customer waits for an answer */
                waiting?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketList"];
                };
            };
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
        };
    };
    assignTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    assignee: string | null;
                    team?: string | null;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    claimTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    getTicketClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketClocks"];
                };
            };
        };
    };
    escalateTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    /** @enum {string} */
                    context?: "full" | "partial" | "lost" | "repeated";
                    /** @enum {string} */
                    kind: "low_ai_confidence" | "customer_request" | "technical" | "billing" | "content_gap" | "other";
                    reason?: string;
                    team?: string;
                    /** @enum {string} */
                    toTier: "L0" | "L1" | "L2" | "L3";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    mergeTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    into: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestMessages"];
                };
            };
        };
    };
    noteTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    dismissOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    priorityTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    /** @enum {string} */
                    priority: "P1" | "P2" | "P3" | "P4" | "P5";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    replyTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    statusTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    reason?: string;
                    /** @enum {string} */
                    status: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    tagTicket: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    added?: string[];
                    /** @description Who acts, where an API key asks; a signed-in person acts as themselves */
                    agent?: string;
                    /** @default [] */
                    removed?: string[];
                };
            };
        };
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: components["schemas"]["TicketRow"];
                    };
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description The `next` of the answer before */
                cursor?: string;
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
        };
    };
    getVendorVerdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorVerdicts"];
                };
            };
        };
    };
    exportTickets: {
        parameters: {
            query?: {
                /** @description Whether work remains to be done */
                active?: "true" | "false";
                /** @description One or several: repeated or separated by commas */
                assignee?: string | string[];
                /** @description One or several: repeated or separated by commas */
                category?: string | string[];
                /** @description One or several of email, chat, phone, social, portal, bot, sms, api, other: repeated or separated by commas */
                channel?: string | string[];
                createdFrom?: string;
                createdTo?: string;
                /** @description One or several: repeated or separated by commas */
                customerTier?: string | string[];
                direction?: "asc" | "desc";
                format?: "csv";
                /** @description One or several: repeated or separated by commas */
                organisation?: string | string[];
                /** @description One or several of P1, P2, P3, P4, P5: repeated or separated by commas */
                priority?: string | string[];
                /** @description One or several: repeated or separated by commas */
                product?: string | string[];
                /** @description Words of the subject, or the beginning of a ticket id */
                q?: string;
                /** @description One or several: repeated or separated by commas */
                requester?: string | string[];
                resolvedFrom?: string;
                resolvedTo?: string;
                sort?: "created" | "updated" | "resolved" | "priority" | "waiting";
                /** @description One or several of new, open, pending, on_hold, resolved, closed: repeated or separated by commas */
                status?: string | string[];
                /** @description One or several of L0, L1, L2, L3, none: repeated or separated by commas */
                supportTier?: string | string[];
                /** @description One or several: repeated or separated by commas */
                tag?: string | string[];
                /** @description One or several: repeated or separated by commas */
                team?: string | string[];
                updatedFrom?: string;
                updatedTo?: string;
                /** @description Whether the customer waits for an answer */
                waiting?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    countTickets: {
        parameters: {
            query?: {
                /** @description Whether work remains to be done */
                active?: "true" | "false";
                /** @description One or several: repeated or separated by commas */
                assignee?: string | string[];
                /** @description One or several: repeated or separated by commas */
                category?: string | string[];
                /** @description One or several of email, chat, phone, social, portal, bot, sms, api, other: repeated or separated by commas */
                channel?: string | string[];
                createdFrom?: string;
                createdTo?: string;
                /** @description One or several: repeated or separated by commas */
                customerTier?: string | string[];
                /** @description One or several: repeated or separated by commas */
                organisation?: string | string[];
                /** @description One or several of P1, P2, P3, P4, P5: repeated or separated by commas */
                priority?: string | string[];
                /** @description One or several: repeated or separated by commas */
                product?: string | string[];
                /** @description Words of the subject, or the beginning of a ticket id */
                q?: string;
                /** @description One or several: repeated or separated by commas */
                requester?: string | string[];
                resolvedFrom?: string;
                resolvedTo?: string;
                /** @description One or several of new, open, pending, on_hold, resolved, closed: repeated or separated by commas */
                status?: string | string[];
                /** @description One or several of L0, L1, L2, L3, none: repeated or separated by commas */
                supportTier?: string | string[];
                /** @description One or several: repeated or separated by commas */
                tag?: string | string[];
                /** @description One or several: repeated or separated by commas */
                team?: string | string[];
                updatedFrom?: string;
                updatedTo?: string;
                /** @description Whether the customer waits for an answer */
                waiting?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketFacets"];
                };
            };
        };
    };
    listTriggerSamples: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                event: "sla.warning" | "sla.breached" | "sla.severe" | "sla.met" | "ticket.created" | "ticket.reopened" | "csat.low" | "escalated";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerRecord"][];
                };
            };
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem document */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem document */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "kept" | "duplicate";
                    };
                };
            };
        };
    };
}
