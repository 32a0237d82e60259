// Generated from openapi/openapi.json by `npm run generate`; never edited.

import type { Day, Instant } from '../../lib/days';

export interface paths {
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts
         * @description What was told, the newest first, of the productions that the caller sees. Each cause is told once.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
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
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit
         * @description Who did what to which thing, when, from where, with before and after: every change, sign-in (refused ones too) and
         *     download. Secrets are never in it.
         *
         *     For: admins and masters.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's API keys
         * @description A key acts as its user, save on accounts and users.
         *
         *     For: every active user; not by API key.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Its secret is told this once. `Idempotency-Key` does nothing here, as no secret is kept to be told again.
         *
         *     For: every active user; not by API key.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys/{id}": {
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
         * End an API key
         * @description Within a second nobody enters with it any more.
         *
         *     For: every active user; not by API key.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's digest
         * @description How often one gets by mail what one ought to know; nobody does who has not chosen.
         *
         *     For: every active user; not by API key.
         */
        get: operations["getDigest"];
        /**
         * Choose one's digest
         * @description What `listNotices` tells of the day or the week before, at the time of the schedule `daily-digest` or `weekly-digest`, to
         *     one's address. It is not sent when there is nothing, nor when one may not see any more what is in it.
         *
         *     For: every active user; not by API key.
         */
        put: operations["setDigest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Answers a token for `Authorization: Bearer`, or with `cookie` sets it as a cookie that scripts cannot read. Failed
         *     attempts slow down, per account and network. A browser that signed in before, and is known by a second cookie, has a
         *     count of its own. Whoever has set up a second factor is told so after the right password (401
         *     `second-factor-required`), and sends all of it again with a `code`.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends this session, or with `everywhere` all of one's sessions; forgets the cookie.
         *
         *     For: every active user, also before a second factor that is demanded is set up; not by API key.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own account
         * @description With what one is granted.
         *
         *     For: every active user, also before a second factor that is demanded is set up; not by API key.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's name
         * @description What else belongs to an account is for administrators.
         *
         *     For: every active user; not by API key.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/v1/auth/new-sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign-ins from new places
         * @description From a network address or with a browser that one's account had not been used from, the newest first, until they are
         *     dismissed or 90 days old; but that of this session.
         *
         *     For: every active user; not by API key.
         */
        get: operations["listNewSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/new-sign-ins/{id}": {
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
         * Dismiss a sign-in from a new place
         * @description It is shown no more; its session goes on.
         *
         *     For: every active user; not by API key.
         */
        delete: operations["dismissNewSignIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password
         * @description Ends the other sessions. A wrong present password counts as a failed attempt to sign in.
         *
         *     For: every active user; not by API key.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's preferences
         * @description Views with a name, hidden columns, the pages of the wall, and the news that were seen.
         *
         *     For: every active user; not by API key.
         */
        get: operations["getPreferences"];
        /**
         * Choose one's preferences
         * @description In the place of all that was chosen before: of two that are sent at once the later one stays.
         *
         *     For: every active user; not by API key.
         */
        put: operations["setPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account
         * @description An administrator activates it. The answer is the same whether the address is known. At most 5 an hour from one
         *     network; of more than 200 that wait, the oldest goes.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password by a reset link
         * @description The token comes from the link that an administrator made; it works once. Ends all sessions and API keys.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's second factor
         * @description Whether it is set up, and how many recovery codes are left.
         *
         *     For: every active user, also before a second factor that is demanded is set up; not by API key.
         */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Begin to set up a second factor
         * @description Answers the secret for an authenticator (TOTP), this once. It counts when it is confirmed by a code; one that was begun
         *     before is forgotten. Wrong passwords slow the session down.
         *
         *     For: every active user, also before a second factor that is demanded is set up; not by API key.
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a second factor
         * @description By a code that the authenticator shows. From now on signing in needs one. Ends the other sessions. Answers ten recovery
         *     codes, this once: each stands in for the authenticator once.
         *
         *     For: every active user, also before a second factor that is demanded is set up; not by API key.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Ten, told this once, in place of those that are left. Wrong passwords and codes slow the session down.
         *
         *     For: every active user; not by API key.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove one's second factor
         * @description Ends the other sessions. Wrong passwords and codes slow the session down.
         *
         *     For: every active user; not by API key.
         */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's sessions
         * @description The last used first. A session ends 14 days after its last use, and 90 days after it began.
         *
         *     For: every active user; not by API key.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
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
         * End one of one's sessions
         * @description Within a second nobody enters with it any more.
         *
         *     For: every active user; not by API key.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/monthly-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's notes by month
         * @description Of the months from `from` to `to`; a month without a note is left out.
         *
         *     For: every active user.
         */
        get: operations["getMonthlyNotes"];
        /**
         * Set the company's notes by month
         * @description `null` or an empty text removes the note of its month; other months stay. Answers the months of the request.
         *
         *     For: whoever has `canManageProductions`.
         */
        put: operations["setMonthlyNotes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/monthly-notes/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of the company's notes by month
         * @description Newest first: who changed the notes of which months, with before and after.
         *
         *     For: every active user.
         */
        get: operations["getMonthlyNotesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's notes by day
         * @description Of the days from `from` to `to`; a day without a note is left out.
         *
         *     For: every active user.
         */
        get: operations["getCalendarNotes"];
        /**
         * Set the company's notes by day
         * @description `null` or an empty text removes the note of its day; other days stay. Answers the days of the request.
         *
         *     For: whoever has `canManageProductions`.
         */
        put: operations["setCalendarNotes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/notes/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of the company's notes by day
         * @description Newest first: who changed the notes of which days, with before and after.
         *
         *     For: every active user.
         */
        get: operations["getCalendarNotesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is on its way
         * @description And what was sent, failed or was skipped, with the text that is sent.
         *
         *     For: admins and masters.
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
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery
         * @description With all that is sent: the document of a mail, the posts of Slack, the event of a webhook.
         *
         *     For: admins and masters.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a delivery again
         * @description One that failed or was skipped. It is sent as it was made, if its receiver may be told of it still.
         *
         *     For: admins and masters.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Destinations
         * @description All of them by name, without their secrets.
         *
         *     For: admins and masters.
         */
        get: operations["listDestinations"];
        put?: never;
        /**
         * Make a destination
         * @description Its kind is for good. What it may be told of is asked again each time something is sent.
         *
         *     For: admins and masters.
         */
        post: operations["createDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/destinations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One destination
         * @description Without its secrets.
         *
         *     For: admins and masters.
         */
        get: operations["getDestination"];
        put?: never;
        post?: never;
        /**
         * Delete a destination
         * @description Nothing more is sent to it; what was stays listed.
         *
         *     For: admins and masters.
         */
        delete: operations["deleteDestination"];
        options?: never;
        head?: never;
        /**
         * Change a destination
         * @description A field left out stays.
         *
         *     For: admins and masters.
         */
        patch: operations["updateDestination"];
        trace?: never;
    };
    "/api/v1/destinations/{id}/test": {
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
         * @description To each receiver of the destination. What becomes of it is told by its deliveries.
         *
         *     For: admins and masters.
         */
        post: operations["testDestination"];
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
        /**
         * Changes as they happen
         * @description Server-sent events `snapshot`, `upload`, `target`, `production`, `note`, `alert`, `notice` (one has
         *     read what one ought to know) and, for admins, `job`, `schedule` and
         *     `delivery`: which thing changed, and the data version since then, which is the event's id. `resync` says that events were missed: read again what is shown.
         *     Only changes of what the caller sees are told; the stream ends when the session or key does.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs of the background worker
         * @description By the time they may start. Jobs that ended well go after 30 days.
         *
         *     For: admins and masters.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed job again
         * @description It waits for a worker with all its attempts. An upload that failed because they were used up is `queued` again.
         *
         *     For: admins and masters.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a message before it is sent
         * @description As it would be sent now, for each channel.
         *
         *     For: admins and masters.
         */
        get: operations["previewMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{name}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message now
         * @description To the destinations named, or else to those of the schedules of this kind. What becomes of it is told by its
         *     deliveries.
         *
         *     For: admins and masters.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one ought to know
         * @description What arrived, what is late and other alerts, what others changed, of the productions that one sees; and for admins what
         *     could not be sent. Of the last 30 days, the newest first; what one did oneself is none of it. An event of the stream says
         *     that there may be more: `snapshot`, `upload`, `production`, `target`, `note`, `alert`, `delivery`, and `notice` when one
         *     has read in another window.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark notices as read
         * @description All that happened until then. Answers the first page as it is now.
         *
         *     For: every active user; not by API key.
         */
        put: operations["readNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Productions
         * @description Those that the caller sees. Search by `q` in code and name, filter by category and activity, sort and page.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["listProductions"];
        put?: never;
        /**
         * Enter a production
         * @description Setting the sale period makes a target of 0 for each of its days and an empty marketing week for each week. A member
         *     who enters a production sees it. `slackWebhookUrl` is for admins.
         *
         *     For: whoever has `canManageProductions`.
         */
        post: operations["createProduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One production
         * @description What staff maintain of it; its targets and marketing weeks have paths of their own.
         *
         *     For: who sees the production.
         */
        get: operations["getProduction"];
        put?: never;
        post?: never;
        /**
         * Delete a production
         * @description With its targets and marketing weeks; the audit stays. While it has snapshots it is refused, unless `force` says to
         *     delete its uploads as well.
         *
         *     For: admins and masters.
         */
        delete: operations["deleteProduction"];
        options?: never;
        head?: never;
        /**
         * Change a production
         * @description A field left out stays, `null` clears it. A sale period that has no place for a target above 0 or a note is refused
         *     with the list, unless `force` says to lose them. `slackWebhookUrl` is for admins.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        patch: operations["updateProduction"];
        trace?: never;
    };
    "/api/v1/productions/{id}/alert-mutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Muted alerts of a production
         * @description The kinds that are not told for a time.
         *
         *     For: who sees the production.
         */
        get: operations["getAlertMutes"];
        /**
         * Mute alerts of a production
         * @description Mutes these kinds until then, and tells those with `null` again; the others stay as they are. What is the case still when
         *     a mute ends is told then. Answers all that are muted.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        put: operations["setAlertMutes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/marketing-weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marketing weeks of a production
         * @description Each calendar week that the sale period touches, cut to it and numbered from 1.
         *
         *     For: who sees the production.
         */
        get: operations["getMarketingWeeks"];
        /**
         * Set marketing notes
         * @description Any day of a week names it. A field left out stays, `null` clears it; other weeks stay. Answers all.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        put: operations["setMarketingWeeks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/marketing-weeks/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of a production's marketing notes
         * @description Newest first: who changed the notes of which weeks, with before and after.
         *
         *     For: who sees the production.
         */
        get: operations["getMarketingWeeksHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Targets of a production
         * @description By day, summed by calendar week and in total; of the days from `from` to `to`.
         *
         *     For: who sees the production.
         */
        get: operations["getTargets"];
        /**
         * Set targets
         * @description Sets these days, leaves the others; answers all. A day outside the sale period is refused.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        put: operations["setTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/targets/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy targets of another production
         * @description By day of sale: the first to the first, and so on as long as both sale periods last; the other days stay. Each target
         *     times `factor`, rounded half away from zero. Answers all targets, with `dryRun` as they would be.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        post: operations["copyTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/targets/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spread a total over days
         * @description Evenly, by weekday, or as past productions sold: the mean of their curves (share of the revenue by position in the
         *     sale period, straight between days). The days add up to the total exactly; the other days stay. Answers all targets,
         *     with `dryRun` as they would be.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        post: operations["distributeTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/targets/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the targets that a file lists
         * @description The other days stay; all its rows, or none when one is wrong. Answers all targets, with `dryRun` as they would be.
         *
         *     For: who sees the production and has `canManageProductions`.
         */
        post: operations["importTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/{id}/workbook-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A blank workbook
         * @description Of the right layout for the production, ready to be filled in and uploaded: markers, a row for each sale day,
         *     formulas. It comes under a name with today as the record date.
         *
         *     For: who sees the production.
         */
        get: operations["getWorkbookTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/productions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a list of productions
         * @description All its rows, or none when one is wrong. With `dryRun` the answer says what each row says and what is wrong with it,
         *     and nothing is entered.
         *
         *     For: whoever has `canManageProductions`.
         */
        post: operations["importProductions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue of reports
         * @description What each report is about, its parameters, and its tables with their columns, in Korean and English: as much as it
         *     takes to build menus and tables. A table is what `format=csv` answers, and a sheet of `format=xlsx`.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/cast-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: what casts are associated with
         * @description Seats of performances with a person in a cast column, against those with a usual cast of that column, once weekday, hour, holiday and place in the run are allowed for. It is associated with the person, and nobody can say that it is caused. `cannotTell` says why nothing is to be read from a figure: that is the most frequent answer. `asOf` is the day at whose close was known what is told.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getCastEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/break-even": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: break-even by seat grade
         * @description What is sold, left, and to be expected by the pace so far.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsBreakEven"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: sales by day
         * @description Paid and complimentary seats and revenue of each sale day.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsDaily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/marketing-week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: the marketing week of a day
         * @description What was planned for the week that holds `asOf`.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsMarketingWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: sales by month
         * @description Each month that has a daily row.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsMonthly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: yesterday, total, last seven days
         * @description Over all concerts; and each concert's last sale day against the one before.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/profit-forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: projected revenue and profit
         * @description Sales carried on at their mean per sale day until the sale ends, against break-even. The house does not bound the
         *     projection; `exceedsHouse` tells when it is more than all seats bring.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsProfitForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/target-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: revenue against all targets
         * @description The targets of the whole sale period, and all sales so far.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsTargetSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/concerts/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concerts: sales by week
         * @description Each week that has a daily row, with what was planned for it.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getConcertsWeekly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is expected of each run, and how sure that is
         * @description Seats and revenue in the end as intervals: 8 of 10 outcomes lie between `p10` and `p90`. Here `asOf` is the day at whose close was known what the forecast rests on: the newest snapshot up to it is the `origin`, and nothing later is looked at. Where nothing can be said, `reason` says why; with `stale` (the origin is more than seven days old) and `too_few_days` (the middle is withheld) there is a forecast. Past productions of the company count that were closed before the origin, whoever asks; only their number is told.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/forecast-scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How good earlier forecasts were
         * @description Forecasts that were kept as they were made, held against what was sold in the end: by what they were about and by how many days ahead, of performances that were played and of runs that are over. Productions count whether they are active or not. Of intervals that say 80 %, `coverage` is the share that holds what came; as performances of one run share their fate, `productionCoverage` is the mean of that over productions. `unreliable` is told from ten productions on, below 65 % and above 92 %. The straight line is the old rule: so much a day as so far.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getForecastScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/marketing-effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All: what changed in the week of each marketing action
         * @description Every marketing week of the sale period, its sales against those of the week before.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getMarketingEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/marketing-lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What campaigns are associated with
         * @description Weeks in a row with any marketing note are a campaign. Seats of its days beyond those that were to be expected, against the 14 days before and the ten after, and compared with the same of every other window in which nothing was planned, of this production and of the company's newest ones that are over. Mostly the answer is that one cannot tell (`cannotTell`): for one week of one production, only a large lift can be told from chance, and `minimumDetectableRatio` says how large. `asOf` is the day at whose close was known what is told.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getMarketingLift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All: where everything stands
         * @description Revenue, seats and targets so far; yesterday, the last seven days, the week and the month that hold it; what comes, and whose workbook is missing. By production, by category and over all.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each run paces against past ones
         * @description The share of all seats sold, day by day on an axis of days to go to the last performance, and what past productions had sold by then. Compared is with those whose curves were nearest to this one so far, of the same category or of all (`among`); each is listed with its distance. Only productions that the caller sees are compared with. `asOf` is the day at whose close was known what is told.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/cast-revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: revenue by cast
         * @description Every cast of the whole run, which is the same people in the same order, in total and per performance.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysCastRevenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/daily-brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: the day in brief
         * @description The last sale day, the last two performance days, the performances of the next seven days.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysDailyBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: all together by month
         * @description The month of `asOf` and the twelve before, of plays active or not, with the company's notes.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysMonthly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/monthly-by-production": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: each production by month
         * @description The month of `asOf` and the twelve before, of plays active or not, with the company's notes.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysMonthlyByProduction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/occupancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: deposit and paid share
         * @description Means of the whole run, of the performances up to the record date, and of those after it.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysOccupancy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: performances of this and next week
         * @description How full each is, what is left, and which are low.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/performances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: each performance
         * @description Shares, seats per grade, revenue and mean ticket price of the performances from `from` to `to`.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysPerformances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/profit-forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: projected revenue and profit
         * @description The run's revenue if each performance to come brings the mean of those played, against break-even.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysProfitForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: revenue against target
         * @description In total and of the record date; by production, by category and over all.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysRevenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: summary
         * @description Last week, the performances from two days before `asOf` to seven after, and the weeks of each run: three reports of one data version.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/weekly-capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: seats offered and paid by week
         * @description Of each production, and of all together.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysWeeklyCapacity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/weekly-casts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: last week's best casts
         * @description The same people in the same order, by the revenue of their performances of the week before that of `asOf`.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysWeeklyCasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/weekly-occupancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: mean paid share by week
         * @description From the week of the first to that of the last performance; weeks without one are left out.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysWeeklyOccupancy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/plays/weekly-overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays: last week against target and the week before
         * @description Occupancy and revenue of the week before that of `asOf`, Monday to Sunday.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getPlaysWeeklyOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/target-vs-actual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All: revenue against target by day, week or month
         * @description Every period that has a target or a daily row, also cumulated.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getTargetVsActual"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/upload-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All: for which days there are uploads
         * @description Each of the `days` up to `asOf` as a record date, with the file of its live upload.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["getUploadCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schedules
         * @description All of them by name, each with its next times and how it went last.
         *
         *     For: admins and masters.
         */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Make a schedule
         * @description Its first time is the next one that comes.
         *
         *     For: admins and masters.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One schedule
         * @description With its next times and how it went last.
         *
         *     For: admins and masters.
         */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule
         * @description What it did stays listed.
         *
         *     For: admins and masters.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description A field left out stays. With other times, those that passed before do not count any more.
         *
         *     For: admins and masters.
         */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/api/v1/schedules/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a schedule
         * @description Times that come meanwhile are not caught up later. A schedule that is paused already stays as it is.
         *
         *     For: admins and masters.
         */
        post: operations["pauseSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a schedule go on
         * @description Its next time is the next one that comes. A schedule that is not paused stays as it is.
         *
         *     For: admins and masters.
         */
        post: operations["resumeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a schedule now
         * @description Paused or not. A server takes it within seconds; `listScheduleRuns` tells how it goes.
         *
         *     For: admins and masters.
         */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What schedules did
         * @description And what was asked for by hand, by the time that it is for. Times that passed while nobody was there are `missed`.
         *
         *     For: admins and masters.
         */
        get: operations["listScheduleRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uploads
         * @description Of the productions that the caller sees, without their findings. Filter by production, record date and status, search in file names, sort and page.
         *
         *     For: every active user; the answer covers the productions that the caller sees.
         */
        get: operations["listUploads"];
        put?: never;
        /**
         * Upload a workbook
         * @description The workbook is kept, queued, and read by the background worker. `Prefer: wait=30` waits for the end and answers 201
         *     whether it completed or failed. The same bytes for the same production and record date answer 200 with the upload
         *     that is there already. With `dryRun` the answer says what the upload would do, and nothing is kept.
         *
         *     For: who sees the production and has `canUpload`.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One upload
         * @description With its findings.
         *
         *     For: who sees the production.
         */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /**
         * Withdraw an upload
         * @description Brings back the upload that it had replaced, else the record date before. The original stays. Withdrawing again
         *     changes nothing.
         *
         *     For: who sees the production and has `canUpload`.
         */
        delete: operations["withdrawUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An original file
         * @description Under the name that it came with. Its bytes are those that came: a file that was damaged in the store is not sent (500,
         *     `original-damaged`). Recorded once an hour for each file and user.
         *
         *     For: who sees the production.
         */
        get: operations["getUploadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users
         * @description Search by `q` in address and name, filter by role and activity, sort and page. Registrations that wait are inactive.
         *
         *     For: admins and masters; not by API key.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Enter a user
         * @description Without a password: the user sets one by a reset link. Only a master enters masters and admins.
         *
         *     For: admins and masters; not by API key.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description With what the user is granted.
         *
         *     For: admins and masters; not by API key.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Only one who never was active: what others see of the past names such a user. Deactivate the others.
         *
         *     For: admins and masters; not by API key.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Activates, deactivates, grants. Only a master touches masters and admins; the last active master stays one. Whoever
         *     gets another role, or is activated or deactivated, loses all sessions, API keys and reset links.
         *
         *     For: admins and masters; not by API key.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a reset link
         * @description By it the user sets a password, once, within 24 hours; earlier links stop working. Only a master makes one for masters
         *     and admins. `Idempotency-Key` does nothing here, as no secret is kept to be told again.
         *
         *     For: admins and masters; not by API key.
         */
        post: operations["createResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The second factor of a user
         * @description Whether it is set up, and how many recovery codes are left.
         *
         *     For: admins and masters; not by API key.
         */
        get: operations["getSecondFactorOfUser"];
        put?: never;
        post?: never;
        /**
         * Remove the second factor of a user
         * @description For whoever has lost it. Ends all sessions of the user. Only a master does it for masters and admins.
         *
         *     For: admins and masters; not by API key.
         */
        delete: operations["removeSecondFactorOfUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/waiting": {
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
         * Delete all who wait
         * @description All who registered and were never activated; those whom the office entered stay.
         *
         *     For: admins and masters; not by API key.
         */
        delete: operations["deleteWaitingUsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process runs
         * @description Answers without asking anything else.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server can work
         * @description Looks at database, queue and storage. What it does in the background is told beside, and does not decide: no other server
         *     would do better. Causes are in the server's log.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
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
        /** @description One's own account. */
        AccountView: components["schemas"]["UserView"] & {
            secondFactor: components["schemas"]["OwnFactorView"];
        };
        /** @description Sums of an agency over sale days. */
        AgencyDaysView: {
            /**
             * Format: int64
             * @description Won.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description Paid seats.
             */
            seats: number;
        };
        /** @description Sums of what one agency sold. */
        AgencyFactsView: {
            /**
             * @description `interpark nol yes24 melon ticketlink`, or the code of another one.
             * @example interpark
             */
            agency: string;
            days: components["schemas"]["AgencyDaysView"] | null;
            /** @example 인터파크 */
            name: string;
            performances: components["schemas"]["AgencyPerformancesView"] | null;
        };
        /** @description Sums of an agency over performances. */
        AgencyPerformancesView: {
            /**
             * Format: int64
             * @description Their won.
             */
            depositedKrw: number | null;
            /**
             * Format: int64
             * @description Seats that are paid for; `null` where the sheet does not tell.
             */
            depositedSeats: number | null;
            /**
             * Format: int64
             * @description Won of booked seats; `null` where the sheet has none.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Booked seats.
             */
            seats: number;
            seatsByGrade: {
                [key: string]: number;
            };
        };
        /**
         * @description What an alert is about.
         * @enum {string}
         */
        AlertKindView: "workbook_missing" | "low_performance" | "figures_shrank" | "unusual_day" | "break_even_reached";
        /** @description The kinds that are not told of a production for a time. */
        AlertMutesView: {
            mutes: components["schemas"]["AlertMuteView"][];
        };
        /** @description A kind that is not told for a time. */
        AlertMuteView: {
            by: components["schemas"]["UserNameView"] | null;
            kind: components["schemas"]["AlertKindView"];
            /**
             * Format: date-time
             * @description When it is told again.
             */
            until: Instant;
        };
        /** @description Something that was told. */
        AlertView: {
            /** Format: date-time */
            foundAt: Instant;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["AlertKindView"];
            /** @example MU2611 */
            productionCode: string;
            /** Format: uuid */
            productionId: string;
            /** @example 봄밤의 왈츠 */
            productionName: string;
            /** @description Why, with figures, in Korean: what destinations are sent as plain text. */
            text: string;
            /**
             * @description What is the matter, in one line, in Korean.
             * @example 자료 미도착: 봄밤의 왈츠
             */
            title: string;
        };
        /** @description Whether the process runs. */
        Alive: {
            status: components["schemas"]["Word"];
        };
        /** @description One of one's API keys. */
        ApiKeyView: {
            /** Format: date-time */
            createdAt: Instant;
            /** Format: date-time */
            expiresAt: Instant | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: Instant | null;
            name: string;
            readOnly: boolean;
        };
        /** @description Revenue and target. */
        AttainmentView: {
            /**
             * Format: double
             * @description Revenue ÷ target of the record date.
             */
            recordDateRatio: number | null;
            /**
             * Format: int64
             * @description Sales of the record date, in won; in groups each production at its own.
             */
            recordDateRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Target of the record date, in won.
             */
            recordDateTargetKrw: number | null;
            /**
             * Format: double
             * @description Total revenue ÷ total target.
             */
            totalRatio: number | null;
            /**
             * Format: int64
             * @description All daily sales, in won.
             */
            totalRevenueKrw: number;
            /**
             * Format: int64
             * @description All targets, in won.
             */
            totalTargetKrw: number;
        };
        /** @description Who did what to which thing, when and from where. */
        AuditEntryView: {
            /**
             * @description The kind of thing and the act.
             * @example production.changed
             */
            action: string;
            /**
             * @description Network address.
             * @example 203.0.113.7
             */
            address: string | null;
            /** @description What is there since. */
            after: Record<string, never> | null;
            /** Format: date-time */
            at: Instant;
            /** @description What was there, as far as it was changed. */
            before: Record<string, never> | null;
            by: components["schemas"]["UserNameView"] | null;
            /**
             * Format: int64
             * @description Order of entry.
             */
            id: number;
            /**
             * Format: uuid
             * @description The production concerned.
             */
            productionId: string | null;
            /** @description The thing's identity. */
            subjectId: string;
        };
        /** @description A second factor to confirm. Told this once. */
        BegunFactorView: {
            /** @description The address as a picture to scan: SVG. */
            qrSvg: string;
            /**
             * @description To type into an authenticator, in Base32.
             * @example GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
             */
            secret: string;
            /** @description The same as an address that authenticators open. */
            url: string;
        };
        /** @description How likely it is that break-even is reached at the close of a day; it never falls. */
        BreakEvenDay: {
            /**
             * Format: date
             * @description The day.
             */
            date: Day;
            /**
             * Format: double
             * @description From 0 to 1.
             */
            probability: number;
        };
        /** @description When a run reaches its break-even. */
        BreakEvenForecast: {
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number;
            /** @description From the origin to the last performance. */
            curve: components["schemas"]["BreakEvenDay"][];
            /**
             * Format: date
             * @description First day on which it is as likely as not; `null`: not within the run.
             */
            p50Date: Day | null;
            /**
             * Format: date
             * @description First day with a probability of four fifths; `null`: not within the run.
             */
            p80Date: Day | null;
            /**
             * Format: double
             * @description Probability that it is reached by the close of the last performance's day.
             */
            probabilityByClosing: number;
            /** @description Revenue in the end − break-even. */
            profitKrw: components["schemas"]["KrwInterval"];
        };
        /** @description What of one concert is sold, left, and to be expected by the pace so far. */
        BreakEvenItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: int64
             * @description Days of sale to come.
             */
            daysToSaleEnd: number | null;
            /**
             * Format: int64
             * @description Days of sale up to the record date, at least 1.
             */
            elapsedDays: number | null;
            /** @description Grades with seats or sales. */
            grades: components["schemas"]["GradeBreakEven"][];
            /**
             * Format: int64
             * @description Number of performances in the workbook.
             */
            performances: number;
            /**
             * Format: double
             * @description Share of the house that is aimed at.
             */
            targetShare: number | null;
            /** @description The same formulas over the sums. */
            total: components["schemas"]["TotalBreakEven"];
        };
        /** @description What of each concert is sold, left, and to be expected. */
        BreakEvenReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["BreakEvenItem"][];
            /**
             * @description Name of the report.
             * @example concerts/break-even
             */
            report: string;
        };
        /** @description How good probabilities of break-even were. */
        BreakEvenScore: {
            /**
             * Format: double
             * @description Mean of (probability − what came)²: 0 is perfect, 0.25 a coin.
             */
            brier: number | null;
            /**
             * Format: int64
             * @description How many.
             */
            forecasts: number;
            /**
             * Format: int64
             * @description Of how many productions.
             */
            productions: number;
        };
        /** @description Seats sold, left, and to be expected. */
        BreakEvenSeats: {
            /**
             * Format: int64
             * @description Target share × seats.
             */
            breakEvenSeats: number | null;
            /**
             * Format: int64
             * @description Sold ÷ elapsed days × days to the end of sale.
             */
            expectedAdditionalSeats: number | null;
            /**
             * Format: double
             * @description Expected remaining ÷ seats.
             */
            expectedRemainingRatio: number | null;
            /**
             * Format: int64
             * @description Remaining − expected additional, not below 0.
             */
            expectedRemainingSeats: number | null;
            /**
             * Format: double
             * @description 1 − expected remaining ÷ seats.
             */
            expectedSalesRatio: number | null;
            /**
             * Format: int64
             * @description Seats − sold.
             */
            remainingSeats: number;
            /**
             * Format: int64
             * @description Seats of all performances.
             */
            seats: number;
            /**
             * Format: int64
             * @description Seats sold.
             */
            soldSeats: number;
        };
        /** @description What became of the note of one day. */
        CalendarNoteChangeView: {
            after: string | null;
            before: string | null;
            /** Format: date */
            date: Day;
        };
        /** @description The company's notes by day. */
        CalendarNotesView: {
            notes: components["schemas"]["CalendarNoteView"][];
        };
        /** @description The company's note of one day (일별 기타). */
        CalendarNoteView: {
            /**
             * Format: date
             * @example 2026-11-19
             */
            date: Day;
            /** @example 수능 */
            note: string;
        };
        /**
         * @description Why nothing can be said of a campaign.
         * @enum {string}
         */
        CampaignCannotTell: "confounded" | "too_long" | "unknown_days" | "too_few_windows" | "not_clear";
        /** @description Weeks in a row for which something was planned. */
        CampaignLift: {
            /** @description Why nothing can be said; `null` where something can. */
            cannotTell: null | components["schemas"]["CampaignCannotTell"];
            /**
             * Format: double
             * @description Share of windows without a campaign that deviate as much, at least.
             */
            chanceRatio: number | null;
            /**
             * Format: date
             * @description Its first Monday.
             */
            firstDay: Day;
            /**
             * Format: double
             * @description High end of it.
             */
            highRatio: number | null;
            /**
             * Format: date
             * @description Its last Sunday.
             */
            lastDay: Day;
            /**
             * Format: double
             * @description Seats beyond those that were to be expected: 0.2 is twenty percent more.
             */
            liftRatio: number | null;
            /**
             * Format: double
             * @description Low end of its interval.
             */
            lowRatio: number | null;
            /**
             * Format: double
             * @description Smallest lift that would be found in four of five cases.
             */
            minimumDetectableRatio: number | null;
            /** @description What was planned, of all its weeks. */
            note: string;
            /**
             * Format: int64
             * @description Windows of the production itself that it was compared with.
             */
            windows: number | null;
        };
        /** @description The weeks of one production that have performances. */
        CapacityItem: components["schemas"]["ProductionHead"] & {
            /** @description In order of time. */
            weeks: components["schemas"]["CapacityWeek"][];
        };
        /** @description Seats of one week. */
        CapacityWeek: {
            /**
             * Format: int64
             * @description Revenue ÷ paid seats, in won.
             */
            meanTicketPriceKrw: number | null;
            /**
             * Format: int64
             * @description Performances × seats per performance; `null` while a capacity is not known.
             */
            offeredSeats: number | null;
            /**
             * Format: double
             * @description Paid ÷ offered seats.
             */
            paidRatio: number | null;
            /**
             * Format: int64
             * @description Seats sold.
             */
            paidSeats: number;
            /**
             * Format: int64
             * @description Number of performances.
             */
            performances: number;
            /**
             * Format: int64
             * @description Won.
             */
            revenueKrw: number;
            /**
             * Format: date
             * @description Sunday.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday.
             */
            weekStart: Day;
        };
        /**
         * @description Why nothing can be said of somebody.
         * @enum {string}
         */
        CastCannotTell: "too_few_shows" | "one_class" | "sold_out" | "not_clear";
        /** @description Somebody in a cast column, against the mean of that column. */
        CastEffect: {
            /** @description Why nothing can be said; `null` where something can. */
            cannotTell: null | components["schemas"]["CastCannotTell"];
            /**
             * Format: int64
             * @description Number of the column in the workbook, from 1.
             */
            castColumn: number;
            /**
             * Format: int64
             * @description In won, at the mean price.
             */
            effectKrw: number;
            /**
             * Format: double
             * @description Seats beyond those with a usual cast of the column: 0.1 is ten percent more.
             */
            effectRatio: number;
            /**
             * Format: int64
             * @description In seats, at the median performance.
             */
            effectSeats: number;
            /**
             * Format: double
             * @description High end of it.
             */
            highRatio: number;
            /**
             * Format: double
             * @description Low end of the 90 % interval of that.
             */
            lowRatio: number;
            /**
             * @description The name.
             * @example 김하나
             */
            person: string;
            /**
             * Format: int64
             * @description Performances with the person in this column.
             */
            shows: number;
        };
        /** @description What the casts of one production are associated with. */
        CastEffectsItem: components["schemas"]["ProductionHead"] & {
            /** @description By cast column, and in it by name. */
            effects: components["schemas"]["CastEffect"][];
            /**
             * Format: date
             * @description Record date of the newest snapshot up to `asOf`.
             */
            origin: Day | null;
            /**
             * Format: int64
             * @description Played performances that were compared: those whose seats are known.
             */
            shows: number;
        };
        /** @description What the casts of each production are associated with. */
        CastEffectsReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["CastEffectsItem"][];
            /**
             * @description Name of the report.
             * @example cast-effects
             */
            report: string;
        };
        /** @description The casts of one production's run. */
        CastRevenueItem: components["schemas"]["ProductionHead"] & {
            /** @description By revenue, then by names. */
            casts: components["schemas"]["RunCast"][];
        };
        /** @description Every cast of each production. */
        CastRevenueReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["CastRevenueItem"][];
            /**
             * @description Name of the report.
             * @example plays/cast-revenue
             */
            report: string;
        };
        /** @description A cast: the same people in the same order. */
        CastView: {
            /** @description Who plays, in order. */
            cast: string[];
            /**
             * Format: int64
             * @description Number of performances.
             */
            performances: number;
            /**
             * Format: int64
             * @description 1 + number of casts with more revenue.
             */
            rank: number;
            /**
             * Format: int64
             * @description Revenue of its performances, in won.
             */
            revenueKrw: number;
        };
        /** @description Every report. */
        CatalogueView: {
            /** @description The words of the unit `word`, in columns and in parameters: each means the same wherever it occurs. */
            choices: components["schemas"]["WordView"][];
            /** @description The usual seat grades; workbooks may have others. */
            grades: components["schemas"]["WordView"][];
            reports: components["schemas"]["ReportEntry"][];
        };
        /** @description Periods of one category. */
        CategoryPeriods: {
            category: components["schemas"]["CategoryView"];
            /** @description In order of time. */
            periods: components["schemas"]["PeriodTotal"][];
        };
        /** @description Revenue of one category. */
        CategoryRevenue: components["schemas"]["AttainmentView"] & {
            category: components["schemas"]["CategoryView"];
        };
        /**
         * @description What kind of production it is.
         * @enum {string}
         */
        CategoryView: "concert" | "musical" | "play";
        /** @description What one changes of one's own account. */
        ChangedAccount: {
            /** @example 담당자 */
            name: string;
        };
        /** @description Changes to a destination; a field left out stays. */
        ChangedDestination: {
            /** @description All addresses, those before included. */
            addresses?: string[];
            /** @description With `true` no production is named any more. */
            allProductions?: boolean;
            name?: string;
            /** @description All productions, those before included. */
            productionIds?: string[];
            /** @description Another secret. */
            secret?: string | null;
            takesAlerts?: boolean;
            takesSnapshots?: boolean;
            /** @description Another address of the webhook; `null` of Slack: the company's. */
            url?: string | null;
        };
        /** @description Changes to a production: a field left out stays, `null` clears it. */
        ChangedProduction: {
            active?: boolean;
            /** Format: int64 */
            breakEvenKrw?: number | null;
            /** @description Fixed once there is an upload. */
            category?: components["schemas"]["CategoryView"];
            code?: string;
            concertAt?: components["schemas"]["Instant"] | null;
            name?: string;
            previewEnd?: components["schemas"]["Day"] | null;
            runEnd?: components["schemas"]["Day"] | null;
            /** Format: int32 */
            runningMinutes?: number | null;
            runStart?: components["schemas"]["Day"] | null;
            saleEnd?: components["schemas"]["Day"] | null;
            saleStart?: components["schemas"]["Day"] | null;
            seatInventory?: {
                [key: string]: number;
            } | null;
            /** Format: int64 */
            seatsPerPerformance?: number | null;
            /** @description A webhook of this production's own, besides the company's; admins set it. */
            slackWebhookUrl?: string | null;
            targetShare?: components["schemas"]["Ratio"] | null;
            venue?: string | null;
        };
        /** @description Changes to a schedule; a field left out stays. */
        ChangedSchedule: {
            /** @description With `true` no production is named any more. */
            allProductions?: boolean;
            /** @description When: minute, hour, day of the month, month, weekday, in Asia/Seoul. Times that passed before do not count any more. */
            cron?: string;
            /** @description All destinations, those before included. */
            destinationIds?: string[];
            /** @description 1 to 40 letters `a-z`, digits and `-`. */
            name?: string;
            /** @description All productions, those before included. */
            productionIds?: string[];
        };
        /** @description Changes to a user; a field left out stays. */
        ChangedUser: {
            /** @description Activates, or deactivates and ends all sessions and API keys. */
            active?: boolean;
            allProductions?: boolean;
            canManageProductions?: boolean;
            canUpload?: boolean;
            name?: string;
            /** @description All productions granted, those before included. */
            productionIds?: string[];
            role?: components["schemas"]["RoleView"];
        };
        /** @description What an upload would add to the current snapshot: its sums minus the present ones. */
        ChangeView: {
            /**
             * Format: int64
             * @description Complimentary seats of the performances.
             */
            complimentarySeats: number;
            /**
             * Format: int64
             * @description Paid seats of the performances.
             */
            paidSeats: number;
            /** Format: int64 */
            performances: number;
            /**
             * Format: int64
             * @description Won of the daily sheet.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description Sale days.
             */
            saleDays: number;
            /**
             * Format: int64
             * @description Paid seats of the daily sheet.
             */
            seats: number;
        };
        /** @description How one class of performances sells in this run. */
        ClassFactor: {
            /** @description Day and hour of a performance. */
            class: components["schemas"]["PerformanceClass"];
            /**
             * Format: double
             * @description Against what is usual for the class.
             */
            factor: number;
        };
        /** @description A column of a table. */
        ColumnView: {
            /**
             * @description Name as in JSON: of the innermost element, else of the levels above it. Nested with dots; `*` stands for each key
             *     of a map, one column for each that occurs.
             * @example recordDateRevenueKrw
             */
            field: string;
            formula: components["schemas"]["WordsView"] | null;
            /** @description How its figures are to be read. */
            sense: components["schemas"]["Sense"];
            title: components["schemas"]["WordsView"];
            unit: components["schemas"]["Unit"];
        };
        /** @description What became of the comments. */
        CommentaryView: {
            /** @description How many were added. */
            added: number;
            /** @description Whether a language model was asked; otherwise they follow from rules. */
            byModel: boolean;
            /** @description What was left out. */
            dropped: components["schemas"]["DroppedCommentView"][];
        };
        /** @description A day that is told in full, with the sales of all productions that tell of it. */
        CompleteDayView: {
            /**
             * Format: double
             * @description Change against the day a week before ÷ that day's sales.
             */
            changeRatio: number | null;
            /** Format: date */
            day: Day;
            /**
             * Format: int64
             * @description Its sales, in won.
             */
            revenueKrw: number;
        };
        /** @description Sale days of one concert. */
        ConcertDailyItem: components["schemas"]["ProductionHead"] & {
            /** @description Each daily row, in order of time. */
            days: components["schemas"]["ConcertSaleDay"][];
        };
        /** @description The sale days of each concert. */
        ConcertDailyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ConcertDailyItem"][];
            /**
             * @description Name of the report.
             * @example concerts/daily
             */
            report: string;
        };
        /**
         * @description Why there is no projection of a concert, or no profit.
         * @enum {string}
         */
        ConcertForecastReason: "no_snapshot" | "no_sale_day" | "no_sale_end" | "no_break_even";
        /** @description Months of one concert. */
        ConcertMonthlyItem: components["schemas"]["ProductionHead"] & {
            /** @description Each month that has a daily row, in order of time. */
            months: components["schemas"]["ConcertSaleMonth"][];
        };
        /** @description The months of each concert. */
        ConcertMonthlyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ConcertMonthlyItem"][];
            /**
             * @description Name of the report.
             * @example concerts/monthly
             */
            report: string;
        };
        /** @description The last sale day of one concert against the one before. */
        ConcertOverviewItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: int64
             * @description Last − previous, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ previous.
             */
            changeRatio: number | null;
            /**
             * Format: date
             * @description Day of the last daily row.
             */
            lastSaleDay: Day | null;
            /**
             * Format: int64
             * @description Its sales, in won.
             */
            lastSaleDayRevenueKrw: number | null;
            /**
             * Format: date
             * @description Day of the row before.
             */
            previousSaleDay: Day | null;
            /**
             * Format: int64
             * @description Its sales, in won.
             */
            previousSaleDayRevenueKrw: number | null;
        };
        /** @description Yesterday, total and the last seven days of all concerts; each concert's last sale day against the one before. */
        ConcertOverviewReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ConcertOverviewItem"][];
            /** @description All together, of one and the same day. */
            overall: components["schemas"]["ConcertOverviewTotal"];
            /**
             * @description Name of the report.
             * @example concerts/overview
             */
            report: string;
            /**
             * Format: int64
             * @description A seventh of that, in won.
             */
            sevenDayMeanRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the seven days before `asOf`, in won.
             */
            sevenDayRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Sales of all days, in won.
             */
            totalRevenueKrw: number;
            /**
             * Format: date
             * @description The day before.
             */
            yesterday: Day;
            /**
             * Format: int64
             * @description Sales of that day, in won.
             */
            yesterdayRevenueKrw: number | null;
        };
        /** @description The last sale day of all concerts together against the one before. */
        ConcertOverviewTotal: {
            /**
             * Format: int64
             * @description Last − previous, of the compared, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ previous, of the compared.
             */
            changeRatio: number | null;
            /**
             * Format: int64
             * @description How many of the counted have their previous sale day on the same day.
             */
            compared: number;
            /**
             * Format: int64
             * @description How many have their last sale day then.
             */
            counted: number;
            /**
             * Format: date
             * @description The latest of all.
             */
            lastSaleDay: Day | null;
            /**
             * Format: int64
             * @description Sales of the counted on that day, in won.
             */
            lastSaleDayRevenueKrw: number | null;
            /**
             * Format: date
             * @description The latest of the counted.
             */
            previousSaleDay: Day | null;
            /**
             * Format: int64
             * @description Sales of the compared on that day, in won.
             */
            previousSaleDayRevenueKrw: number | null;
            /**
             * Format: int64
             * @description How many concerts there are.
             */
            productions: number;
        };
        /** @description Sales of one concert, carried on at their mean per sale day until the sale ends. */
        ConcertProfitForecastItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number | null;
            /**
             * Format: int64
             * @description Days of sale after `asOf`.
             */
            daysLeft: number | null;
            /** @description Whether the projection, which the house does not bound, is more than all seats bring at the mean price so far. */
            exceedsHouse: boolean | null;
            /**
             * Format: int64
             * @description Expected revenue − break-even, in won.
             */
            expectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description The projection, but not above the full house, and not below the revenue so far, in won.
             */
            expectedRevenueKrw: number | null;
            /**
             * Format: int64
             * @description All seats at the mean price so far, in won.
             */
            fullHouseKrw: number | null;
            /**
             * Format: int64
             * @description Projected revenue − break-even, in won.
             */
            projectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description Revenue + revenue ÷ sale days × days left, in won.
             */
            projectedRevenueKrw: number | null;
            /** @description Why something is missing. */
            reason: null | components["schemas"]["ConcertForecastReason"];
            /**
             * Format: int64
             * @description All daily sales, in won.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description Daily rows, also those with 0.
             */
            saleDays: number;
            /** @description Whether there are at least 14 sale days. */
            steady: boolean;
        };
        /** @description Sales of all concerts, carried on until the sale ends. */
        ConcertProfitForecastReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ConcertProfitForecastItem"][];
            /** @description All together. */
            overall: components["schemas"]["ConcertProfitForecastTotal"];
            /**
             * @description Name of the report.
             * @example concerts/profit-forecast
             */
            report: string;
        };
        /** @description The forecast of all concerts together. Sums are of those that know the figure. */
        ConcertProfitForecastTotal: {
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number | null;
            /**
             * Format: int64
             * @description How many of them are steady, and know their expected profit.
             */
            counted: number;
            /**
             * Format: int64
             * @description Expected revenue − break-even of the steady ones, in won.
             */
            expectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description Expected revenue of the steady ones, in won.
             */
            expectedRevenueKrw: number | null;
            /**
             * Format: int64
             * @description All seats at the mean prices so far, in won.
             */
            fullHouseKrw: number | null;
            /**
             * Format: int64
             * @description How many concerts there are.
             */
            productions: number;
            /**
             * Format: int64
             * @description Projected revenue − break-even, of those that know both, in won.
             */
            projectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description Projected revenue, in won.
             */
            projectedRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Revenue so far, in won.
             */
            revenueKrw: number | null;
        };
        /** @description One sale day (판매일) of a concert. */
        ConcertSaleDay: components["schemas"]["ConcertSold"] & {
            /** Format: date */
            day: Day;
            /**
             * @description Its month.
             * @example 2026-11
             */
            month: string;
            /**
             * Format: date
             * @description Monday of its week.
             */
            weekStart: Day;
        };
        /** @description One month of a concert. */
        ConcertSaleMonth: components["schemas"]["ConcertSold"] & {
            /** @example 2026-11 */
            month: string;
        };
        /** @description One calendar week of a concert, with what was planned for it. */
        ConcertSaleWeek: components["schemas"]["ConcertSold"] & components["schemas"]["MarketingNotes"] & {
            /**
             * Format: date
             * @description Sunday.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday.
             */
            weekStart: Day;
        };
        /** @description What a concert sold in some time. */
        ConcertSold: {
            /**
             * Format: int64
             * @description Seats given away.
             */
            complimentarySeats: number;
            /**
             * Format: int64
             * @description Sales, in won.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description Paid seats.
             */
            seats: number;
        };
        /** @description Weeks of one concert. */
        ConcertWeeklyItem: components["schemas"]["ProductionHead"] & {
            /** @description Each week that has a daily row, in order of time. */
            weeks: components["schemas"]["ConcertSaleWeek"][];
        };
        /** @description The weeks of each concert. */
        ConcertWeeklyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ConcertWeeklyItem"][];
            /**
             * @description Name of the report.
             * @example concerts/weekly
             */
            report: string;
        };
        /** @description One day. */
        CoverageDay: {
            /**
             * Format: date
             * @description As a record date (기준일).
             */
            day: Day;
            /**
             * @description Name of its file, of a CSV pair the first.
             * @example 20261119_MU2611_봄밤의 왈츠.xlsx
             */
            fileName: string | null;
            /** @description Whether there is a live upload. */
            uploaded: boolean;
        };
        /** @description The last days and the next ones of one production. */
        DailyBriefItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: date
             * @description Day of the last daily row.
             */
            lastSaleDay: Day | null;
            /**
             * Format: int64
             * @description Its sales, in won.
             */
            lastSaleDayRevenueKrw: number | null;
            /**
             * Format: double
             * @description Mean occupancy (점유율) of that day.
             */
            latestOccupancy: number | null;
            /**
             * Format: date
             * @description The last day with a performance up to `asOf`.
             */
            latestPerformanceDay: Day | null;
            /** @description The performances of the seven days after `asOf`, by start. */
            nextPerformances: components["schemas"]["ShowingView"][];
            /**
             * Format: double
             * @description Latest − previous occupancy.
             */
            occupancyChange: number | null;
            /**
             * Format: double
             * @description Mean occupancy of that day.
             */
            previousOccupancy: number | null;
            /**
             * Format: date
             * @description The day with a performance before that one.
             */
            previousPerformanceDay: Day | null;
        };
        /** @description The last days and the next ones of each production. */
        DailyBriefReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["DailyBriefItem"][];
            /**
             * @description Name of the report.
             * @example plays/daily-brief
             */
            report: string;
        };
        /** @description Sums of the daily sheet. */
        DailyFactsView: {
            /** Format: int64 */
            complimentarySeats: number;
            /** Format: date */
            firstDay: Day | null;
            /** Format: date */
            lastDay: Day | null;
            /**
             * Format: int64
             * @description Won.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description Number of sale days.
             */
            rows: number;
            /**
             * Format: int64
             * @description Paid seats.
             */
            seats: number;
            seatsByGrade: {
                [key: string]: number;
            };
        };
        /** @description A daily row as it was read. */
        DailyPreviewView: {
            /** Format: int64 */
            complimentarySeats: number;
            /** Format: int64 */
            revenueKrw: number;
            /** Format: date */
            saleDay: Day;
            /** Format: int64 */
            seats: number;
            seatsByGrade: {
                [key: string]: number;
            };
        };
        /** @description Rows with data. */
        DataRowsView: {
            /** Format: int32 */
            count: number;
            /**
             * Format: int32
             * @description From 1.
             */
            first: number;
            /** Format: int32 */
            last: number;
        };
        /**
         * Format: date
         * @example 2026-11-19
         */
        Day: Day;
        /** @description How many users were deleted. */
        DeletedUsersView: {
            /** @example 17 */
            deleted: number;
        };
        /** @description How the deliveries of a run stand. */
        DeliveryCountsView: {
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            pending: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            skipped: number;
        };
        /** @description One delivery, with all that is sent. */
        DeliveryDetailsView: components["schemas"]["DeliveryView"] & {
            /** @description Of mail: the document. */
            html: string | null;
            /** @description What is sent one after the other: posts of Slack, the event of a webhook. */
            parts: Record<string, never>[];
        };
        /**
         * @description Where a delivery stands.
         * @enum {string}
         */
        DeliveryStateView: "pending" | "sending" | "sent" | "failed" | "skipped";
        /** @description One message on its way to one receiver. */
        DeliveryView: {
            /** @description Of mail: where to. */
            address: string | null;
            channel: components["schemas"]["DestinationKindView"];
            /** Format: date-time */
            createdAt: Instant;
            /** Format: uuid */
            destinationId: string | null;
            /**
             * Format: int32
             * @description How many attempts failed.
             */
            failures: number;
            /**
             * Format: date-time
             * @description When it was sent, given up or skipped.
             */
            finishedAt: Instant | null;
            /** Format: uuid */
            id: string;
            /**
             * @description What it tells: the kind of a message, `alert`, `snapshot`, `test`.
             * @example daily-plays
             */
            kind: string;
            /** @description Why the last attempt failed, in words. */
            lastError: string | null;
            /** @description Whether a server ended between sending it and recording that: it may have arrived more than once. */
            mayHaveArrivedTwice: boolean;
            /** Format: date-time */
            nextAttemptAt: Instant | null;
            /** Format: uuid */
            productionId: string | null;
            /** @description Code of why it failed or was skipped: `not_configured`, `nothing_to_see`, `timed_out`, … */
            reason: string | null;
            /**
             * @description Who gets it: name of the destination, of the production whose webhook it is, or of the user.
             * @example 회사 Slack
             */
            receiver: string;
            /** Format: uuid */
            runId: string | null;
            /**
             * Format: date-time
             * @description The time of the schedule that it is for.
             */
            slot: Instant | null;
            state: components["schemas"]["DeliveryStateView"];
            /** @example 연극·뮤지컬 일일 보고 11/29(일) */
            subject: string;
            /** @description What is sent, as plain text. */
            text: string;
        };
        /**
         * @description How something is sent.
         * @enum {string}
         */
        DestinationKindView: "slack" | "production_slack" | "mail" | "webhook";
        /** @description Where something is sent. Secrets are never answered. */
        DestinationView: {
            /** @description Of mail: to whom. */
            addresses: string[];
            /** @description Whether it may be told of all productions, also future ones, or of those named. */
            allProductions: boolean;
            /** @description Whether it has an address of its own. */
            hasAddress: boolean;
            /** @description Of webhooks: whether it has something to sign with. */
            hasSecret: boolean;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["DestinationKindView"];
            /** @example 회사 Slack */
            name: string;
            productionIds: string[];
            /** @description Whether alerts are sent to it. */
            takesAlerts: boolean;
            /** @description Of webhooks: whether it is told of each new snapshot. */
            takesSnapshots: boolean;
        };
        /** @description One finding in a workbook. */
        DiagnosticView: {
            /**
             * @description The cell; `null` for a whole sheet or file.
             * @example 회차별판매!F37
             */
            cell: string | null;
            /**
             * @description Stable code.
             * @example not_a_number
             */
            code: string;
            message: components["schemas"]["MessageView"];
            severity: components["schemas"]["SeverityView"];
            /**
             * @description The sheet; `null` for the whole file.
             * @example 회차별판매
             */
            sheet: string | null;
            /**
             * @description The offending value.
             * @example 109명
             */
            value: string | null;
        };
        /**
         * @description How often one gets by mail what one ought to know.
         * @enum {string}
         */
        DigestFrequencyView: "none" | "daily" | "weekly";
        /** @description What one has chosen. */
        DigestView: {
            frequency: components["schemas"]["DigestFrequencyView"];
        };
        /** @description A comment that was left out. */
        DroppedCommentView: {
            /**
             * @description `too_late`, `failed`, `unsupported_number` or `bad_form`.
             * @example unsupported_number
             */
            reason: string;
            /**
             * @description `marketing`, `occupancy` or `profit`.
             * @example marketing
             */
            topic: string;
        };
        /** @description What an upload would do; nothing is kept. */
        DryRunView: {
            /** @description Whether reports would read it. */
            becomesCurrent: boolean;
            change: components["schemas"]["ChangeView"] | null;
            diagnosticCounts: {
                [key: string]: number;
            };
            diagnostics: components["schemas"]["DiagnosticView"][];
            facts: components["schemas"]["FactsView"] | null;
            preview: components["schemas"]["PreviewView"];
            /** @example PL2612 */
            productionCode: string;
            /** Format: uuid */
            productionId: string;
            /** @description What the headings say, by which the columns were found; `null` for a workbook with markers. */
            recognised: components["schemas"]["RecognisedSheetView"][] | null;
            /** Format: date */
            recordDate: Day;
            replaces: components["schemas"]["UploadSummaryView"] | null;
            /** @description `completed` or `failed`. */
            status: components["schemas"]["UploadStatusView"];
        };
        /** @description How a second factor stands. */
        FactorView: {
            /** @description Whether the server demands one of this user. */
            demanded: boolean;
            /**
             * Format: int32
             * @description Recovery codes that have not been used.
             * @example 10
             */
            recoveryCodesLeft: number;
            /**
             * Format: date-time
             * @description Since when it is set up; `null`: there is none.
             */
            setUpAt: Instant | null;
        };
        /** @description The sums that tell whether a workbook was read as meant. */
        FactsView: {
            /** @description Sums of each agency, by its code; empty for workbooks with markers. */
            agencies: components["schemas"]["AgencyFactsView"][];
            daily: components["schemas"]["DailyFactsView"] | null;
            performances: components["schemas"]["PerformanceFactsView"];
        };
        /** @description One rule that the request breaks. */
        FieldErrorView: {
            /**
             * @description Of a list: the cell of the file that it stands in.
             * @example B7
             */
            cell?: string;
            /**
             * @description Stable word for the rule.
             * @example before_start
             */
            code: string;
            /**
             * @description What is expected.
             * @example the sale ends before it begins
             */
            message: string;
            /**
             * @description Of a list: what is wrong, and what belongs there, in Korean.
             * @example 시작일보다 빠릅니다.
             */
            messageKo?: string;
            /**
             * @description JSON pointer into the body; for a parameter its name.
             * @example /saleEnd
             */
            pointer: string;
        };
        /**
         * @description On what a forecast rests.
         * @enum {string}
         */
        ForecastConfidence: "prior" | "own" | "company";
        /** @description Why a forecast is what it is: each is one factor. */
        ForecastExplanation: {
            /** @description What the run adds to what is usual for each class of performances. */
            classFactors: components["schemas"]["ClassFactor"][];
            /**
             * Format: double
             * @description The last seven days against that.
             */
            lastWeekPace: number;
            /**
             * Format: double
             * @description Sales so far against what is usual in the house; `null` before the first sale day.
             */
            pace: number | null;
        };
        /** @description What is expected of one run. */
        ForecastItem: components["schemas"]["ProductionHead"] & {
            /** @description On what it rests: theatres in general, 14 record days of its own or more, three past productions or more. */
            confidence: null | components["schemas"]["ForecastConfidence"];
            /** @description Why it is what it is: each is one factor. */
            explain: null | components["schemas"]["ForecastExplanation"];
            /**
             * @description Name of the method.
             * @example bands-1
             */
            method: string | null;
            /**
             * Format: date
             * @description Record date that it rests on.
             */
            origin: Day | null;
            /**
             * @description Tells the numbers of the method apart.
             * @example 0a6f2f6d4c9c3f51
             */
            paramsHash: string | null;
            /**
             * Format: int64
             * @description Closed productions of the company that it was learned from.
             */
            pastProductions: number | null;
            /** @description By start, played ones too: of those the end is known. */
            performances: components["schemas"]["PerformanceForecast"][];
            /** @description Why nothing can be said, or not all. */
            reason: null | components["schemas"]["ForecastReservation"];
            /** @description The whole run. */
            run: null | components["schemas"]["RunForecast"];
        };
        /**
         * @description What a forecast was about.
         * @enum {string}
         */
        ForecastQuantity: "performance_seats" | "run_seats" | "run_revenue";
        /**
         * @description Why there is no projection, or no profit.
         * @enum {string}
         */
        ForecastReason: "no_snapshot" | "no_played_performance" | "no_break_even";
        /** @description What is expected of each run. */
        ForecastReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ForecastItem"][];
            /**
             * @description Name of the report.
             * @example forecast
             */
            report: string;
        };
        /**
         * @description Why nothing can be said, or not all.
         * @enum {string}
         */
        ForecastReservation: "no_snapshot" | "no_capacity" | "not_on_sale" | "run_over" | "too_few_days" | "stale";
        /** @description Forecasts of one quantity, so many days ahead. */
        ForecastScore: {
            /**
             * Format: int64
             * @description How often less came than had been sold, by refunds.
             */
            belowSold: number;
            /**
             * Format: double
             * @description Σ (p50 − what came) ÷ Σ of what came: above 0 too much was expected.
             */
            biasRatio: number | null;
            /**
             * Format: double
             * @description Share of intervals that hold what came: 0.8 was said.
             */
            coverage: number | null;
            /**
             * Format: double
             * @description Σ |p50 − what came| ÷ Σ of what came.
             */
            errorRatio: number | null;
            /**
             * Format: int64
             * @description How many.
             */
            forecasts: number;
            /**
             * Format: int64
             * @description Least days ahead.
             */
            fromDays: number;
            /**
             * Format: int64
             * @description About so many days ahead.
             */
            horizonDays: number;
            /**
             * Format: double
             * @description Mean of that share over productions.
             */
            productionCoverage: number | null;
            /**
             * Format: int64
             * @description Of how many productions.
             */
            productions: number;
            /** @description What they were about. */
            quantity: components["schemas"]["ForecastQuantity"];
            /**
             * Format: double
             * @description The bias of the straight line.
             */
            straightLineBiasRatio: number | null;
            /**
             * Format: double
             * @description The error of the straight line.
             */
            straightLineErrorRatio: number | null;
            /**
             * Format: int64
             * @description Most days ahead.
             */
            toDays: number;
            /** @description Whether ten productions or more were scored, and `coverage` lies outside 0.65 to 0.92. */
            unreliable: boolean;
            /**
             * Format: double
             * @description Width of the intervals, and ten times what lies outside, ÷ what came: less is better.
             */
            winklerRatio: number | null;
        };
        /** @description How good earlier forecasts were. */
        ForecastScorecardReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description Probabilities of break-even. */
            breakEven: components["schemas"]["BreakEvenScore"];
            /** @description By what they were about, then by days ahead; each is there. */
            horizons: components["schemas"]["ForecastScore"][];
            /** @description Probabilities of break-even by what was told, in five bins. */
            reliability: components["schemas"]["ReliabilityBin"][];
            /**
             * @description Name of the report.
             * @example forecast-scorecard
             */
            report: string;
        };
        /** @description Seats of one grade (좌석 등급), or of all. */
        GradeBreakEven: components["schemas"]["BreakEvenSeats"] & {
            /**
             * @description `vip`, `r`, `s`, `a`, `b`, …; `total` for all.
             * @example r
             */
            grade: string;
        };
        /** @description One row of a list of productions: a field is `null` where the row leaves it out, or cannot be read. */
        ImportedRowView: {
            active: boolean | null;
            /** Format: int64 */
            breakEvenKrw: number | null;
            category: components["schemas"]["CategoryView"] | null;
            code: string | null;
            /** Format: date-time */
            concertAt: Instant | null;
            /** @description The rules that the row breaks; pointers name its columns. */
            errors: components["schemas"]["FieldErrorView"][];
            name: string | null;
            /** Format: date */
            previewEnd: Day | null;
            /**
             * Format: int32
             * @description Its row or line in the file.
             */
            row: number;
            /** Format: date */
            runEnd: Day | null;
            /** Format: int32 */
            runningMinutes: number | null;
            /** Format: date */
            runStart: Day | null;
            /** Format: date */
            saleEnd: Day | null;
            /** Format: date */
            saleStart: Day | null;
            seatInventory: {
                [key: string]: number;
            } | null;
            /** Format: int64 */
            seatsPerPerformance: number | null;
            /** Format: double */
            targetShare: number | null;
            venue: string | null;
        };
        /**
         * Format: date-time
         * @example 2026-12-19T18:00:00+09:00
         */
        Instant: Instant;
        /** @description A new API key with its secret. */
        IssuedKeyView: components["schemas"]["ApiKeyView"] & {
            /**
             * @description For `Authorization: Bearer`. Told this once.
             * @example fhk_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM
             */
            key: string;
        };
        /**
         * @description Where a job stands.
         * @enum {string}
         */
        JobStatusView: "queued" | "running" | "done" | "failed";
        /** @description One job of the background worker. */
        JobView: {
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /**
             * @description The name of the file that it works on.
             * @example 20261119_PL2612_두번째편지.xlsx
             */
            fileName: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finishedAt: Instant | null;
            id: string;
            /**
             * @description What kind of work it is.
             * @example upload
             */
            kind: string;
            /**
             * Format: int32
             * @description How often it may be tried.
             */
            maxAttempts: number;
            /**
             * Format: date-time
             * @description When it may or did start.
             */
            runAt: Instant;
            status: components["schemas"]["JobStatusView"];
            /** @description What it works on: the id of an upload. */
            subjectId: string | null;
        };
        /** @description Won, from low to high: 8 of 10 outcomes lie between `p10` and `p90`. */
        KrwInterval: {
            /**
             * Format: int64
             * @description Exceeded in 9 of 10 cases.
             */
            p10: number;
            /**
             * Format: int64
             * @description Exceeded in half of the cases; `null` while too few days are known.
             */
            p50: number | null;
            /**
             * Format: int64
             * @description Exceeded in 1 of 10 cases.
             */
            p90: number;
        };
        /** @description All of something, where there are never many. */
        ListView_ApiKeyView: {
            items: components["schemas"]["ApiKeyView"][];
        };
        /** @description All of something, where there are never many. */
        ListView_DeliveryView: {
            items: components["schemas"]["DeliveryView"][];
        };
        /** @description All of something, where there are never many. */
        ListView_DestinationView: {
            items: components["schemas"]["DestinationView"][];
        };
        /** @description All of something, where there are never many. */
        ListView_ScheduleView: {
            items: components["schemas"]["ScheduleView"][];
        };
        /** @description All of something, where there are never many. */
        ListView_SessionView: {
            items: components["schemas"]["SessionView"][];
        };
        /** @description All of something, where there are never many. */
        ListView_SignInView: {
            items: components["schemas"]["SignInView"][];
        };
        /** @description What a change of the sale period would lose. */
        LossView: {
            /** @description Targets above 0 of days that would go. */
            targets: components["schemas"]["TargetView"][];
            /** @description Mondays of weeks that would go, with notes. */
            weeks: Day[];
        };
        /** @description Marketing weeks of one production. */
        MarketingEffectItem: components["schemas"]["ProductionHead"] & {
            /** @description Each week of the sale period, in order of time. */
            weeks: components["schemas"]["MarketingEffectWeek"][];
        };
        /** @description The marketing weeks of each production. */
        MarketingEffectReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["MarketingEffectItem"][];
            /**
             * @description Name of the report.
             * @example marketing-effect
             */
            report: string;
        };
        /** @description One marketing week, cut to the sale period, with the sales of its calendar week. These are `null` when that week begins after the record date. */
        MarketingEffectWeek: components["schemas"]["MarketingNotes"] & {
            /**
             * Format: int64
             * @description Sales of the compared days − those of the same weekdays of the week before, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ sales of the same weekdays of the week before.
             */
            changeRatio: number | null;
            /** @description Whether the week is over at the record date. */
            comparable: boolean;
            /**
             * Format: int64
             * @description How many days are compared: 7, or those from Monday to the record date.
             */
            comparedDays: number | null;
            /**
             * Format: int64
             * @description Sales of the calendar week before, in won.
             */
            previousRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the calendar week, in won.
             */
            revenueKrw: number | null;
            /** Format: date */
            weekEnd: Day;
            /**
             * Format: int64
             * @description From 1.
             */
            weekNumber: number;
            /** Format: date */
            weekStart: Day;
        };
        /** @description What the campaigns of one production are associated with. */
        MarketingLiftItem: components["schemas"]["ProductionHead"] & {
            /** @description In order of time. */
            campaigns: components["schemas"]["CampaignLift"][];
            /** @description Why nothing is known of its sales. */
            reason: null | components["schemas"]["NoSales"];
        };
        /** @description What the campaigns of each production are associated with. */
        MarketingLiftReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["MarketingLiftItem"][];
            /**
             * @description Name of the report.
             * @example marketing-lift
             */
            report: string;
        };
        /** @description What was planned for a week. */
        MarketingNotes: {
            /** @description Anything else. */
            other: string | null;
            /**
             * @description Advertising and press.
             * @example 네이버 기획전
             */
            promotion: string | null;
            /**
             * @description Discounts, packages, ticket openings.
             * @example 팬클럽 선예매
             */
            salesMarketing: string | null;
        };
        /** @description The marketing week (주간 마케팅) of one concert that holds `asOf`, cut to the sale period. Outside the sale period number and notes are `null`, and the days are those of the calendar week. */
        MarketingWeekItem: components["schemas"]["ProductionHead"] & components["schemas"]["MarketingNotes"] & {
            /** Format: date */
            weekEnd: Day;
            /**
             * Format: int64
             * @description From 1.
             */
            weekNumber: number | null;
            /** Format: date */
            weekStart: Day;
        };
        /** @description The marketing week of each concert. */
        MarketingWeekReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["MarketingWeekItem"][];
            /**
             * @description Name of the report.
             * @example concerts/marketing-week
             */
            report: string;
        };
        /** @description Marketing weeks of a production. */
        MarketingWeeksView: {
            weeks: components["schemas"]["MarketingWeekView"][];
        };
        /** @description One marketing week (주간 마케팅), cut to the sale period. */
        MarketingWeekView: {
            /** @description Anything else. */
            other: string | null;
            /** @description Advertising and press. */
            promotion: string | null;
            /**
             * @description Discounts, packages, ticket openings.
             * @example 평일 마티네 할인
             */
            salesMarketing: string | null;
            /** Format: date */
            weekEnd: Day;
            /**
             * Format: int32
             * @description From 1.
             */
            weekNumber: number;
            /** Format: date */
            weekStart: Day;
        };
        /** @description Mean shares of some performances. */
        MeanShares: {
            /**
             * Format: double
             * @description Mean deposit share (예매 점유율).
             */
            depositShare: number | null;
            /**
             * Format: double
             * @description Mean paid share (유료 점유율).
             */
            paidShare: number | null;
            /**
             * Format: int64
             * @description Number of performances.
             */
            performances: number;
            /**
             * Format: double
             * @description Paid − deposit share.
             */
            unpaidShare: number | null;
        };
        /** @description A message as it would be sent now. */
        MessagePreviewView: {
            /**
             * Format: date
             * @description The day that moves the windows of its reports.
             */
            asOf: Day;
            commentary: components["schemas"]["CommentaryView"];
            /** @description The document of a mail. */
            html: string;
            /** @description Whether it tells of no production: it would not be sent. */
            isEmpty: boolean;
            /** @example daily-plays */
            kind: string;
            /** @description The posts of Slack, one after the other. */
            slack: Record<string, never>[];
            /** @description Subject of a mail. */
            subject: string;
            /** @description Plain text. */
            text: string;
        };
        /** @description A text in both languages. */
        MessageView: {
            /** @example '109명' stands where a number belongs. */
            en: string;
            /** @example 숫자가 있어야 할 곳에 ‘109명’이(가) 있습니다. */
            ko: string;
        };
        /** @example 2026-11 */
        Month: string;
        /** @description The months of each production. */
        MonthlyByProductionReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["MonthlyItem"][];
            /**
             * @description Name of the report.
             * @example plays/monthly-by-production
             */
            report: string;
        };
        /** @description The months of one production. */
        MonthlyItem: components["schemas"]["ProductionHead"] & {
            /** @description The month of `asOf` and the twelve before, in order of time. */
            months: components["schemas"]["MonthView"][];
        };
        /** @description What became of the note of one month. */
        MonthlyNoteChangeView: {
            after: string | null;
            before: string | null;
            /** @example 2026-11 */
            month: string;
        };
        /** @description The company's notes by month. */
        MonthlyNotesView: {
            notes: components["schemas"]["MonthlyNoteView"][];
        };
        /** @description The company's note of one month (월별 기타). */
        MonthlyNoteView: {
            /** @example 2026-11 */
            month: string;
            /** @example 수능 마케팅 */
            note: string;
        };
        /** @description All plays together by month. */
        MonthlyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description The month of `asOf` and the twelve before, in order of time. */
            items: components["schemas"]["MonthView"][];
            /**
             * @description Name of the report.
             * @example plays/monthly
             */
            report: string;
        };
        /** @description One month. */
        MonthView: {
            /**
             * Format: int64
             * @description Sales − those of the month before, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ sales of the month before.
             */
            changeRatio: number | null;
            /**
             * @description `YYYY-MM`.
             * @example 2026-11
             */
            month: string;
            /**
             * @description The company's note of the month (월별 기타).
             * @example 수능 마케팅
             */
            note: string | null;
            /**
             * Format: int64
             * @description Sales, in won; `null` when the month begins after the record date.
             */
            revenueKrw: number | null;
        };
        /** @description A kind to mute until then; `null`: to tell again. */
        NewAlertMute: {
            kind: components["schemas"]["AlertKindView"];
            until: components["schemas"]["Instant"] | null;
        };
        /** @description Kinds to mute, or to tell again; the others stay. */
        NewAlertMutes: {
            mutes: components["schemas"]["NewAlertMute"][];
        };
        /** @description An API key to make. */
        NewApiKey: {
            expiresAt?: components["schemas"]["Instant"] | null;
            /** @example 매일 업로드 */
            name: string;
            /** @description Whether it may not write. */
            readOnly?: boolean;
        };
        /** @description The note of one day; `null` or empty removes it. */
        NewCalendarNote: {
            date: components["schemas"]["Day"];
            note?: string | null;
        };
        /** @description Notes to set; other days stay. */
        NewCalendarNotes: {
            notes: components["schemas"]["NewCalendarNote"][];
        };
        /** @description A destination to be made. */
        NewDestination: {
            /** @description Of mail: to whom. Somebody with an account gets what they see of it; somebody without, what is named. */
            addresses?: string[];
            /** @description Whether it may be told of all productions. Left out: true, unless productions are named. */
            allProductions?: boolean;
            kind: components["schemas"]["DestinationKindView"];
            /** @example 매니저 메일 */
            name: string;
            productionIds?: string[];
            /**
             * @description Of webhooks: what they are signed with, `whsec_` and 24 to 64 bytes in Base64. Secret: it is not answered.
             * @example whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
             */
            secret?: string | null;
            takesAlerts?: boolean;
            takesSnapshots?: boolean;
            /** @description Of Slack and webhooks: where. Secret: it is not answered. Of Slack, left out: the company's. */
            url?: string | null;
        };
        /** @description What one chooses. */
        NewDigest: {
            frequency: components["schemas"]["DigestFrequencyView"];
        };
        /** @description A total to spread over days of the sale period; the other days stay. */
        NewDistribution: {
            /** @description Whether nothing is written. */
            dryRun?: boolean;
            from?: components["schemas"]["Day"] | null;
            method: components["schemas"]["NewDistributionMethod"];
            /** @description With `curve`: past productions that sold in their sale periods. */
            productionIds?: string[] | null;
            to?: components["schemas"]["Day"] | null;
            /**
             * Format: int64
             * @description Won that the days add up to.
             */
            totalKrw: number;
            /** @description With `weekday`: a weight for each weekday, Monday first; one is above 0. */
            weekdayWeights?: number[] | null;
        };
        /**
         * @description How a total is spread.
         * @enum {string}
         */
        NewDistributionMethod: "even" | "weekday" | "curve";
        /** @description One's password, before a second factor is set up. */
        NewFactor: {
            /** @example correct horse battery */
            currentPassword: string;
        };
        /** @description A code that an authenticator shows. */
        NewFactorCode: {
            /** @example 287082 */
            code: string;
        };
        /** @description One's password and a code of the second factor. */
        NewFactorProof: {
            /**
             * @description Of the authenticator, or a recovery code.
             * @example 287082
             */
            code: string;
            /** @example correct horse battery */
            currentPassword: string;
        };
        /** @description Notes of one week: a field left out stays, `null` clears it. */
        NewMarketingWeek: {
            other?: string | null;
            promotion?: string | null;
            salesMarketing?: string | null;
            /** @description Any day of the week names it. */
            weekStart: components["schemas"]["Day"];
        };
        /** @description Notes to set; the other weeks stay. */
        NewMarketingWeeks: {
            weeks: components["schemas"]["NewMarketingWeek"][];
        };
        /** @description A message to be sent. */
        NewMessage: {
            /**
             * Format: date
             * @description The day that moves the windows of its reports; default: today.
             */
            asOf?: Day;
            /** @description To these; default: where the schedules of this kind send it. */
            destinationIds?: string[];
            /** @description Only of these productions; default: all active ones. */
            productionIds?: string[];
        };
        /** @description The note of one month; `null` or empty removes it. */
        NewMonthlyNote: {
            month: components["schemas"]["Month"];
            note?: string | null;
        };
        /** @description Notes to set; other months stay. */
        NewMonthlyNotes: {
            notes: components["schemas"]["NewMonthlyNote"][];
        };
        /** @description One's password and the next one. */
        NewPassword: {
            /** @example correct horse battery */
            currentPassword: string;
            /** @example purple elephant staircase */
            newPassword: string;
        };
        /** @description What somebody chooses, in the place of all that was chosen before; what is left out is not chosen. */
        NewPreferences: {
            /** @description The columns that are not shown, by table: at most 60 of each of 100 tables. */
            hiddenColumns?: {
                [key: string]: string[];
            };
            /** @description The release whose news were seen last. */
            seenRelease?: string | null;
            views?: components["schemas"]["SavedViewBody"][];
            wall?: components["schemas"]["WallBody"] | null;
        };
        /**
         * @description A new production. Setting the sale period makes a target of 0 for each of its days and an empty marketing week for
         *     each calendar week that it touches.
         */
        NewProduction: {
            /** @default true */
            active: boolean;
            /** Format: int64 */
            breakEvenKrw?: number | null;
            category: components["schemas"]["CategoryView"];
            /**
             * @description 1 to 32 letters, digits, `-`, `.`; unique.
             * @example PL2612
             */
            code: string;
            concertAt?: components["schemas"]["Instant"] | null;
            /**
             * @description Unique, trimmed.
             * @example 두 번째 편지
             */
            name: string;
            previewEnd?: components["schemas"]["Day"] | null;
            runEnd?: components["schemas"]["Day"] | null;
            /** Format: int32 */
            runningMinutes?: number | null;
            runStart?: components["schemas"]["Day"] | null;
            saleEnd?: components["schemas"]["Day"] | null;
            saleStart?: components["schemas"]["Day"] | null;
            /** @description Concerts: seats per grade of one performance. */
            seatInventory?: {
                [key: string]: number;
            } | null;
            /** Format: int64 */
            seatsPerPerformance?: number | null;
            /**
             * @description A webhook of this production's own, besides the company's; admins set it.
             * @example https://hooks.slack.com/services/T000/B000/secret
             */
            slackWebhookUrl?: string | null;
            targetShare?: components["schemas"]["Ratio"] | null;
            venue?: string | null;
        };
        /** @description How far one has read. */
        NewReading: {
            /** @description The `at` of the newest notice that one has seen. It never goes back. */
            until: components["schemas"]["Instant"];
        };
        /** @description Somebody who wants an account. */
        NewRegistration: {
            /** @example member@example.com */
            email: string;
            /** @example 담당자 */
            name: string;
            /** @example correct horse battery */
            password: string;
        };
        /** @description The token of a reset link, and a password. */
        NewReset: {
            /** @example purple elephant staircase */
            newPassword: string;
            /** @example fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM */
            token: string;
        };
        /** @description A schedule to be made. */
        NewSchedule: {
            /** @description Left out: true, unless productions are named. */
            allProductions?: boolean;
            /**
             * @description When: minute, hour, day of the month, month, weekday, in Asia/Seoul.
             * @example 0 9 * * 1
             */
            cron: string;
            destinationIds?: string[];
            /**
             * @description The kind of a message.
             * @example weekly-plays
             */
            kind: string;
            /**
             * @description 1 to 40 letters `a-z`, digits and `-`.
             * @example weekly-hamlet
             */
            name: string;
            productionIds?: string[];
        };
        /** @description Address and password. */
        NewSignIn: {
            /** @description A code of the second factor, for whoever has set one up: of the authenticator, or a recovery code. */
            code?: string | null;
            /** @description Whether the token comes as a cookie that scripts cannot read; needs an `Origin` of this site. */
            cookie?: boolean;
            /** @example member@example.com */
            email: string;
            /** @example correct horse battery */
            password: string;
        };
        /** @description Target of one day of the sale period. */
        NewTarget: {
            date: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description Won.
             */
            targetKrw: number;
        };
        /** @description Targets to take over from another production. */
        NewTargetCopy: {
            /** @description Whether nothing is written. */
            dryRun?: boolean;
            /**
             * Format: double
             * @description What each is multiplied by; default: 1.
             */
            factor?: number | null;
            /**
             * Format: uuid
             * @description Whose targets.
             */
            fromProductionId: string;
        };
        /** @description Targets to set; the other days stay. */
        NewTargets: {
            targets: components["schemas"]["NewTarget"][];
        };
        /** @description A user to enter; a password is set by a reset link. */
        NewUser: {
            /** @default true */
            active: boolean;
            allProductions?: boolean;
            canManageProductions?: boolean;
            canUpload?: boolean;
            /** @example member@example.com */
            email: string;
            /** @example 담당자 */
            name: string;
            productionIds?: string[];
            /** @default member */
            role: components["schemas"]["RoleView"];
        };
        /**
         * @description Why nothing is said of break-even.
         * @enum {string}
         */
        NoBreakEven: "no_break_even" | "no_price";
        /**
         * @description Why there is no revenue: fewer than 20 seats are sold.
         * @enum {string}
         */
        NoFinalRevenue: "no_price";
        /**
         * @description Why there is no curve.
         * @enum {string}
         */
        NoPace: "no_snapshot" | "no_capacity" | "not_on_sale" | "run_over";
        /**
         * @description Why nothing is known of the sales.
         * @enum {string}
         */
        NoSales: "no_snapshot" | "no_capacity" | "not_on_sale" | "run_over";
        /**
         * @description What happened.
         * @enum {string}
         */
        NoticeKindView: "arrived" | "alert" | "changed" | "delivery_failed";
        /** @description One page of what one ought to know, of the last 30 days, the newest first. */
        NoticesView: {
            items: components["schemas"]["NoticeView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description How many of them one has not read.
             */
            unread: number;
        };
        /** @description Something that one ought to know. Fields that its kind does not name are `null`. */
        NoticeView: {
            /**
             * @description What was done, as the audit names it.
             * @example targets.set
             */
            action: string | null;
            /** Format: uuid */
            alertId: string | null;
            alertKind: components["schemas"]["AlertKindView"] | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: Instant;
            by: components["schemas"]["UserNameView"] | null;
            /** Format: uuid */
            deliveryId: string | null;
            /** @description What the delivery tells: the kind of a message, `alert`, `snapshot`, `test`. */
            deliveryKind: string | null;
            /**
             * @description Tells notices apart.
             * @example change:512
             */
            id: string;
            kind: components["schemas"]["NoticeKindView"];
            /** @example MU2611 */
            productionCode: string | null;
            /**
             * Format: uuid
             * @description The production concerned; `null` of a delivery.
             */
            productionId: string | null;
            /** @example 봄밤의 왈츠 */
            productionName: string | null;
            /** @description Whether one has read that far. */
            read: boolean;
            /** @description Who was to get it. */
            receiver: string | null;
            /** Format: date */
            recordDate: Day | null;
            /** @description Why, with figures, in Korean. */
            text: string | null;
            /** @description One line, in Korean. */
            title: string | null;
            /** Format: uuid */
            uploadId: string | null;
        };
        /** @description Weeks of one production, from the first to the last performance. */
        OccupancyItem: components["schemas"]["ProductionHead"] & {
            /** @description In order of time. */
            weeks: components["schemas"]["OccupancyWeek"][];
        };
        /** @description Deposit and paid share of each production. */
        OccupancyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["RunOccupancyItem"][];
            /**
             * @description Name of the report.
             * @example plays/occupancy
             */
            report: string;
        };
        /** @description One week with performances. */
        OccupancyWeek: {
            /**
             * Format: double
             * @description Mean paid share (유료 점유율) of the performances.
             */
            paidShare: number | null;
            /**
             * Format: int64
             * @description Number of performances.
             */
            performances: number;
            /**
             * Format: date
             * @description Sunday.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday.
             */
            weekStart: Day;
        };
        /**
         * Format: binary
         * @description The bytes of an original file.
         */
        OriginalBytes: string;
        /** @description One original file of an upload. */
        OriginalFileView: {
            /** @example 20261119_PL2612_두 번째 편지.xlsx */
            fileName: string;
            sha256: string;
            /** Format: int64 */
            sizeBytes: number;
        };
        /** @description This and next week of one production. */
        OutlookItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: double
             * @description Mean occupancy of next week's performances.
             */
            nextWeekOccupancy: number | null;
            /**
             * Format: date
             * @description Monday of next week.
             */
            nextWeekStart: Day;
            /** @description By start. */
            performances: components["schemas"]["OutlookPerformance"][];
            /**
             * Format: date
             * @description Monday of this week.
             */
            thisWeekStart: Day;
        };
        /** @description A performance of this or next week. */
        OutlookPerformance: components["schemas"]["ShowingView"] & {
            /** @description Whether its occupancy, unrounded, is below `lowThreshold`. */
            low: boolean;
            /** @description Which of the two weeks it is in. */
            week: components["schemas"]["OutlookWeek"];
        };
        /** @description Performances of this and next week: occupancy, remaining seats, which are low. */
        OutlookReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["OutlookItem"][];
            /**
             * Format: double
             * @description Occupancy below which a performance is low.
             */
            lowThreshold: number;
            /**
             * @description Name of the report.
             * @example plays/outlook
             */
            report: string;
        };
        /**
         * @description Which of the two weeks.
         * @enum {string}
         */
        OutlookWeek: "this" | "next";
        /** @description Where the productions of one category stand. */
        OverviewCategory: components["schemas"]["OverviewGroup"] & {
            category: components["schemas"]["CategoryView"];
        };
        /** @description One day. */
        OverviewDay: {
            /** Format: date */
            day: Day;
            /**
             * Format: int64
             * @description Sales, in won; `null` after the record date.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Target, in won.
             */
            targetKrw: number | null;
        };
        /** @description Where several productions stand. */
        OverviewGroup: components["schemas"]["StandingView"] & {
            /**
             * Format: int64
             * @description How many of them tell of the day before `asOf`.
             */
            counted: number;
            /** @description The 31 days before `asOf`, and seven from it on. */
            lastDays: components["schemas"]["OverviewDay"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            productions: number;
        };
        /** @description Where one production stands. */
        OverviewItem: components["schemas"]["ProductionHead"] & components["schemas"]["StandingView"] & {
            /** @description Which revenue `revenueKrw` is. */
            basis: components["schemas"]["RevenueBasis"];
            /** @description The 31 days before `asOf`, and seven from it on. */
            lastDays: components["schemas"]["OverviewDay"][];
            /** @description Performances of the seven days after `asOf` whose occupancy is below `lowThreshold`, by start. */
            lowPerformances: components["schemas"]["ShowingView"][];
            /** @description Whether it was on sale on the day before `asOf`, and no workbook tells of that day. */
            missing: boolean;
            /** @description Why sales by day are not known. */
            salesReason: null | components["schemas"]["SalesReason"];
            /** @description How far it is on `asOf`. */
            state: components["schemas"]["ProductionState"];
        };
        /** @description Where everything stands. */
        OverviewReport: {
            /**
             * Format: int64
             * @description How many of them have told of that day.
             */
            arrived: number;
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By category. */
            categories: components["schemas"]["OverviewCategory"][];
            /** @description The last day of which every production on sale has told; `null` without one. */
            completeDay: null | components["schemas"]["CompleteDayView"];
            /**
             * Format: int64
             * @description How many productions were on sale on the day before `asOf`.
             */
            due: number;
            /** @description By production code. */
            items: components["schemas"]["OverviewItem"][];
            /**
             * Format: double
             * @description Occupancy below which a performance is low.
             */
            lowThreshold: number;
            /** @description All together. */
            overall: components["schemas"]["OverviewGroup"];
            /**
             * @description Name of the report.
             * @example overview
             */
            report: string;
        };
        /**
         * @description How one's own second factor stands.
         * @enum {string}
         */
        OwnFactorView: "none" | "set" | "demanded";
        /** @description A past production that a run is compared with. */
        PaceComparable: {
            /**
             * @description Its code.
             * @example MU2511
             */
            comparableCode: string;
            /**
             * Format: uuid
             * @description Its identity.
             */
            comparableId: string;
            /**
             * @description Its name.
             * @example 겨울의 노래
             */
            comparableName: string;
            /**
             * Format: double
             * @description Mean distance of its curve from this run's so far, in share of all seats; `null` where they have no day in common.
             */
            distance: number | null;
        };
        /** @description How one run paces against past ones. */
        PaceItem: components["schemas"]["ProductionHead"] & {
            /** @description Those that it is compared with, nearest first. */
            comparables: components["schemas"]["PaceComparable"][];
            /**
             * Format: int64
             * @description Days from then to the last performance.
             */
            daysToGo: number | null;
            /**
             * Format: date
             * @description Record date of the newest snapshot up to `asOf`.
             */
            origin: Day | null;
            /** @description From the earliest sale start to the last performance. */
            points: components["schemas"]["PacePoint"][];
            /** @description Why there is no curve. */
            reason: null | components["schemas"]["NoPace"];
        };
        /** @description One day of the axis. */
        PacePoint: {
            /**
             * Format: int64
             * @description Days to go to the last performance.
             */
            daysToGo: number;
            /**
             * Format: double
             * @description Share of all seats sold; `null` for days to come.
             */
            soldShare: number | null;
            /** @description The same of the past productions, from low to high; `null` without any. */
            usual: null | components["schemas"]["RatioInterval"];
        };
        /** @description How each run paces against past ones. */
        PaceReport: {
            /**
             * @description Which past productions are looked at: those of the same `category`, or `all`.
             * @enum {string}
             */
            among: "category" | "all";
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["PaceItem"][];
            /**
             * Format: int64
             * @description How many past productions it is compared with, at most.
             */
            most: number;
            /**
             * @description Name of the report.
             * @example pace
             */
            report: string;
        };
        /** @description One page of a list. */
        PageView_AlertView: {
            /** @description The items of this page. */
            items: components["schemas"]["AlertView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_AuditEntryView: {
            /** @description The items of this page. */
            items: components["schemas"]["AuditEntryView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_DeliveryView: {
            /** @description The items of this page. */
            items: components["schemas"]["DeliveryView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_HistoryEntryView_CalendarNoteChangeView: {
            /** @description The items of this page. */
            items: {
                /** Format: date-time */
                at: Instant;
                by?: components["schemas"]["UserNameView"] | null;
                changes: {
                    after?: string | null;
                    before?: string | null;
                    /** Format: date */
                    date: Day;
                }[];
            }[];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_HistoryEntryView_MonthlyNoteChangeView: {
            /** @description The items of this page. */
            items: {
                /** Format: date-time */
                at: Instant;
                by?: components["schemas"]["UserNameView"] | null;
                changes: {
                    after?: string | null;
                    before?: string | null;
                    /** @example 2026-11 */
                    month: string;
                }[];
            }[];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_HistoryEntryView_WeekChangeView: {
            /** @description The items of this page. */
            items: {
                /** Format: date-time */
                at: Instant;
                by?: components["schemas"]["UserNameView"] | null;
                changes: {
                    after?: components["schemas"]["WeekNotesView"] | null;
                    before?: components["schemas"]["WeekNotesView"] | null;
                    /**
                     * Format: date
                     * @description Monday.
                     */
                    weekStart: Day;
                }[];
            }[];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_JobView: {
            /** @description The items of this page. */
            items: components["schemas"]["JobView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_ProductionView: {
            /** @description The items of this page. */
            items: components["schemas"]["ProductionView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_RunView: {
            /** @description The items of this page. */
            items: components["schemas"]["RunView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_UploadSummaryView: {
            /** @description The items of this page. */
            items: components["schemas"]["UploadSummaryView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description One page of a list. */
        PageView_UserView: {
            /** @description The items of this page. */
            items: components["schemas"]["UserView"][];
            /**
             * Format: int32
             * @description Page number, from 1.
             * @example 1
             */
            page: number;
            /**
             * Format: int32
             * @description Items per page.
             * @example 50
             */
            perPage: number;
            /**
             * Format: int64
             * @description Number of items on all pages.
             */
            total: number;
        };
        /** @description A parameter of a report. */
        ParameterView: {
            /** @description The words that it may be; empty where others are meant. */
            choices: string[];
            /** @description What counts when it is left out; `null` where nothing fixed does. */
            default: unknown;
            /** @description What its values are. */
            kind: components["schemas"]["Unit"];
            /** @description Greatest value. */
            maximum: unknown;
            /** @description Least value. */
            minimum: unknown;
            /** @example top */
            name: string;
            /** @description Whether it may be given more than once. */
            repeatable: boolean;
            title: components["schemas"]["WordsView"];
        };
        /**
         * @description Day and hour of a performance; the last that applies.
         * @enum {string}
         */
        PerformanceClass: "weekday_evening" | "weekday_matinee" | "eve" | "saturday" | "sunday_or_holiday" | "preview";
        /** @description Sums of the sheet of performances. */
        PerformanceFactsView: {
            /**
             * Format: int64
             * @description Number of different casts; `null` for concerts.
             */
            casts: number | null;
            /** Format: int64 */
            complimentarySeats: number;
            complimentarySeatsByGrade: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Their won.
             */
            depositedKrw: number | null;
            /**
             * Format: int64
             * @description Seats that are paid for; `null` unless every performance tells.
             */
            depositedSeats: number | null;
            /** Format: date-time */
            firstStart: Instant | null;
            /** Format: date-time */
            lastStart: Instant | null;
            /**
             * Format: int64
             * @description Number of performances that have a number.
             */
            numbers: number;
            /** Format: int64 */
            paidSeats: number;
            paidSeatsByGrade: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Their won.
             */
            pendingKrw: number | null;
            /**
             * Format: int64
             * @description Seats that are booked and not paid for; `null` unless every performance tells.
             */
            pendingSeats: number | null;
            /**
             * Format: int64
             * @description Won; `null` for concerts.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Number of performances.
             */
            rows: number;
        };
        /** @description What is expected of one performance. */
        PerformanceForecast: {
            /**
             * Format: double
             * @description Weight that comparable performances have in its forecast.
             */
            comparablesWeight: number;
            /**
             * Format: int64
             * @description Days from the origin; 0 or less when it was played.
             */
            daysToGo: number;
            /** @description Revenue in the end; `null` while prices are not known. */
            finalRevenueKrw: null | components["schemas"]["KrwInterval"];
            /** @description Seats sold in the end. */
            finalSeats: components["schemas"]["SeatsInterval"];
            /**
             * Format: double
             * @description How it sells against its class in this run.
             */
            ownFactor: number;
            /** @description Whether the house limits the middle. */
            reachesHouseLimit: boolean;
            /**
             * Format: int64
             * @description Seats without complimentary ones; 0 when nobody knows.
             */
            sellableSeats: number;
            /**
             * Format: double
             * @description Probability that every seat is sold.
             */
            sellOutProbability: number;
            /**
             * Format: int64
             * @description Seats sold at the origin.
             */
            soldSeats: number;
            /**
             * Format: date-time
             * @description Date and time, in Seoul.
             */
            startsAt: Instant;
            /**
             * Format: int64
             * @description By the old rule: so many seats a day as so far, without a limit.
             */
            straightLineSeats: number;
        };
        /** @description A performance as it was read. */
        PerformancePreviewView: {
            cast: string[];
            /** Format: int64 */
            complimentarySeats: number;
            complimentarySeatsByGrade: {
                [key: string]: number;
            };
            /** Format: int64 */
            paidSeats: number;
            paidSeatsByGrade: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Won; `null` for concerts.
             */
            revenueKrw: number | null;
            /** Format: date-time */
            startsAt: Instant;
        };
        /** @description Performances of one production. */
        PerformancesItem: components["schemas"]["ProductionHead"] & {
            /** @description By start. */
            performances: components["schemas"]["PerformanceView"][];
        };
        /** @description Each performance: occupancy, remaining seats, seats per grade, revenue, mean ticket price. */
        PerformancesReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /**
             * Format: date
             * @description First day of performances; default: all.
             */
            from: Day | null;
            /** @description By production code. */
            items: components["schemas"]["PerformancesItem"][];
            /**
             * @description Name of the report.
             * @example plays/performances
             */
            report: string;
            /**
             * Format: date
             * @description Last day of performances; default: all.
             */
            to: Day | null;
        };
        /** @description A performance with its seats per grade and its revenue. */
        PerformanceView: components["schemas"]["ShowingView"] & {
            /** @description Seats given away per grade. */
            complimentarySeatsByGrade: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Deposit share, as in the workbook.
             */
            depositShare: number | null;
            /**
             * Format: int64
             * @description Revenue ÷ seats sold, in won.
             */
            meanTicketPriceKrw: number | null;
            /** @description Seats sold per grade. */
            paidSeatsByGrade: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Won.
             */
            revenueKrw: number;
        };
        /** @description One period of several productions, each at its own record date. Where none knows it, only targets are known. */
        PeriodTotal: {
            /**
             * Format: int64
             * @description How many of them know its sales.
             */
            counted: number;
            /**
             * Format: double
             * @description Both sides of the due ratio, cumulated.
             */
            cumulativeDueRatio: number | null;
            /**
             * Format: int64
             * @description Due targets of this and all periods before, in won.
             */
            cumulativeDueTargetKrw: number | null;
            /**
             * Format: double
             * @description Both sides of the ratio, cumulated.
             */
            cumulativeRatio: number | null;
            /**
             * Format: int64
             * @description Sales of this and all periods before, in won.
             */
            cumulativeRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Targets of this and all periods before, in won.
             */
            cumulativeTargetKrw: number;
            /**
             * Format: double
             * @description Revenue ÷ due target, of those that know both.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Target of the days up to the record date of each of the counted, in won.
             */
            dueTargetKrw: number | null;
            /**
             * @description Day, Monday of the week, or `YYYY-MM`.
             * @example 2026-11-16
             */
            period: string;
            /**
             * Format: int64
             * @description How many productions have the period.
             */
            productions: number;
            /**
             * Format: double
             * @description Revenue ÷ target, of those that know both.
             */
            ratio: number | null;
            /**
             * Format: int64
             * @description Sales of the counted, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Target of all, in won.
             */
            targetKrw: number;
        };
        /** @description One period. Revenue and ratios are `null` when it begins after the record date; targets go on. */
        PeriodView: {
            /**
             * Format: double
             * @description Cumulated revenue ÷ cumulated due target.
             */
            cumulativeDueRatio: number | null;
            /**
             * Format: int64
             * @description Due targets of this and all periods before, in won.
             */
            cumulativeDueTargetKrw: number | null;
            /**
             * Format: double
             * @description Cumulated revenue ÷ cumulated target.
             */
            cumulativeRatio: number | null;
            /**
             * Format: int64
             * @description Sales of this and all periods before, in won.
             */
            cumulativeRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Targets of this and all periods before, in won.
             */
            cumulativeTargetKrw: number;
            /**
             * Format: double
             * @description Revenue ÷ due target: by this a period that is not over is judged.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Target of the days up to the record date, in won; `null` without one.
             */
            dueTargetKrw: number | null;
            /**
             * @description Day, Monday of the week, or `YYYY-MM`.
             * @example 2026-11-16
             */
            period: string;
            /**
             * Format: double
             * @description Revenue ÷ target.
             */
            ratio: number | null;
            /**
             * Format: int64
             * @description Sales, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Target, in won.
             */
            targetKrw: number;
        };
        /** @description What somebody has chosen for oneself. */
        PreferencesView: {
            /** @description The columns that are not shown, by table. */
            hiddenColumns: {
                [key: string]: string[];
            };
            /** @description The release whose news were seen last. */
            seenRelease: string | null;
            views: components["schemas"]["SavedViewBody"][];
            wall: components["schemas"]["WallBody"] | null;
        };
        /** @description The first ten rows of each sheet. */
        PreviewView: {
            daily: components["schemas"]["DailyPreviewView"][];
            performances: components["schemas"]["PerformancePreviewView"][];
        };
        /** @description What went wrong, as RFC 9457 tells it. */
        Problem: {
            /**
             * @description Stable word for the kind of problem.
             * @example invalid
             */
            code: string;
            /** @description What is wrong with this request. */
            detail?: string;
            /** @description Why an upload cannot be accepted. */
            diagnostics?: components["schemas"]["DiagnosticView"][];
            /** @description Each rule that the request breaks. */
            errors?: components["schemas"]["FieldErrorView"][];
            /**
             * @description The code that may have been meant instead: the nearest one of the productions that the sender sees.
             * @example HUNT-1
             */
            nearestCode?: string;
            /** @description What is there now, where `If-Match` names another state: as a read answers it. */
            present?: Record<string, never>;
            /**
             * @description The code by which an upload names a production that is not there, or not for its sender.
             * @example HUNT1
             */
            productionCode?: string;
            /**
             * Format: int32
             * @description HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description The kind of problem in English.
             * @example Invalid request
             */
            title: string;
            /**
             * @description Path that stands for the kind of problem; its last part is `code`.
             * @example /problems/invalid
             */
            type: string;
            /** @description Targets and notes that a change of the sale period would lose; `?force=true` loses them. */
            wouldLose?: components["schemas"]["LossView"];
        };
        /** @description Which production an item is about. */
        ProductionHead: {
            category: components["schemas"]["CategoryView"];
            /** @example MU2611 */
            productionCode: string;
            /** Format: uuid */
            productionId: string;
            /** @example 봄밤의 왈츠 */
            productionName: string;
            /**
             * Format: date
             * @description Record date (기준일) of the current snapshot; `null` without one.
             */
            recordDate: Day | null;
        };
        /** @description What became of a list of productions. */
        ProductionImportView: {
            /** @description Whether nothing was entered, whatever the rows say. */
            dryRun: boolean;
            /** @description The productions that were entered: one for each row, or none. */
            entered: components["schemas"]["ProductionView"][];
            rows: components["schemas"]["ImportedRowView"][];
        };
        /** @description A list of productions. */
        ProductionListForm: {
            /** @description Only say what the rows say. */
            dryRun?: boolean;
            /**
             * Format: binary
             * @description A workbook or CSV. Its first row names the columns by the fields of a production: `code`, `name`, `category`, …
             */
            file: string;
        };
        /**
         * @description How far a production is.
         * @enum {string}
         */
        ProductionState: "before_sale" | "on_sale" | "running" | "over";
        /** @description A production (공연): one concert, play or musical over its whole run. */
        ProductionView: {
            /** @description Whether reports list it without being asked to. */
            active: boolean;
            /**
             * Format: int64
             * @description Revenue at which the costs are met (손익분기점), in won.
             */
            breakEvenKrw: number | null;
            category: components["schemas"]["CategoryView"];
            /**
             * @description Second part of a workbook's file name.
             * @example PL2612
             */
            code: string;
            /**
             * Format: date-time
             * @description When the concert begins.
             */
            concertAt: Instant | null;
            /** Format: date-time */
            createdAt: Instant;
            /** @description Whether messages go to a webhook of this production's own too. Its address is told to nobody. */
            hasSlackWebhook: boolean;
            /** Format: uuid */
            id: string;
            /** @example 두 번째 편지 */
            name: string;
            /**
             * Format: date
             * @description Last day of previews.
             */
            previewEnd: Day | null;
            /** Format: date */
            runEnd: Day | null;
            /**
             * Format: int32
             * @description Length of a performance in minutes.
             */
            runningMinutes: number | null;
            /** Format: date */
            runStart: Day | null;
            /** Format: date */
            saleEnd: Day | null;
            /** Format: date */
            saleStart: Day | null;
            /** @description Concerts: seats per grade of one performance. */
            seatInventory: {
                [key: string]: number;
            } | null;
            /**
             * Format: int64
             * @description Seats on sale per performance.
             */
            seatsPerPerformance: number | null;
            /**
             * Format: double
             * @description Share of the house that is aimed at; 1 is full.
             * @example 0.625
             */
            targetShare: number | null;
            /** Format: date-time */
            updatedAt: Instant;
            venue: string | null;
        };
        /** @description The run's revenue if each performance to come brings the mean of those played. */
        ProfitForecastItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number | null;
            /**
             * Format: int64
             * @description Revenue ÷ performances, in won.
             */
            playedMeanRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Performances up to the record date.
             */
            playedPerformances: number;
            /**
             * Format: int64
             * @description Their revenue, in won.
             */
            playedRevenueKrw: number;
            /**
             * Format: int64
             * @description Projected revenue − break-even, in won.
             */
            projectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description Played revenue + played mean × performances to come, in won.
             */
            projectedRevenueKrw: number | null;
            /** @description Why something is missing. */
            reason: null | components["schemas"]["ForecastReason"];
            /**
             * Format: int64
             * @description Revenue so far ÷ performances, in won.
             */
            toComeMeanRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Performances after the record date.
             */
            toComePerformances: number;
            /**
             * Format: int64
             * @description Their revenue so far, in won.
             */
            toComeRevenueKrw: number;
        };
        /** @description The runs of all productions. */
        ProfitForecastReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["ProfitForecastItem"][];
            /** @description All together. */
            overall: components["schemas"]["ProfitForecastTotal"];
            /**
             * @description Name of the report.
             * @example plays/profit-forecast
             */
            report: string;
        };
        /** @description The forecast of all productions together. Sums are of those that know the figure. */
        ProfitForecastTotal: {
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number | null;
            /**
             * Format: int64
             * @description How many of them know their projected profit.
             */
            counted: number;
            /**
             * Format: int64
             * @description Revenue ÷ performances, in won.
             */
            playedMeanRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Performances up to the record dates.
             */
            playedPerformances: number;
            /**
             * Format: int64
             * @description Their revenue, in won.
             */
            playedRevenueKrw: number | null;
            /**
             * Format: int64
             * @description How many productions there are.
             */
            productions: number;
            /**
             * Format: int64
             * @description Projected revenue − break-even, of the counted, in won.
             */
            projectedProfitKrw: number | null;
            /**
             * Format: int64
             * @description Projected revenue, in won.
             */
            projectedRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Revenue so far ÷ performances, in won.
             */
            toComeMeanRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Performances after the record dates.
             */
            toComePerformances: number;
            /**
             * Format: int64
             * @description Their revenue so far, in won.
             */
            toComeRevenueKrw: number | null;
        };
        /** @example 0.68 */
        Ratio: number;
        /** @description A ratio, from low to high: 8 of 10 outcomes lie between `p10` and `p90`. */
        RatioInterval: {
            /**
             * Format: double
             * @description Exceeded in 9 of 10 cases.
             */
            p10: number;
            /**
             * Format: double
             * @description Exceeded in half of the cases; `null` while too few days are known.
             */
            p50: number | null;
            /**
             * Format: double
             * @description Exceeded in 1 of 10 cases.
             */
            p90: number;
        };
        /** @description Whether the server can work. */
        Readiness: {
            database: components["schemas"]["Word"];
            /** @description The same of what is to be sent. */
            deliveries: components["schemas"]["Word"];
            /** @description Whether no job waits for more than ten minutes, and none was given up within a day. */
            jobs: components["schemas"]["Word"];
            queue: components["schemas"]["Word"];
            /** @description The same of times of schedules. */
            schedules: components["schemas"]["Word"];
            /** @description Whether it can: of database, queue and storage. */
            status: components["schemas"]["Word"];
            storage: components["schemas"]["Word"];
        };
        /** @description What a column holds. */
        RecognisedColumnView: {
            agency: string | null;
            /** @example I */
            column: string;
            /** @description `null` for seats in total. */
            grade: string | null;
            /** @description The label of its group and that directly above its cells, as written; `null` for none. */
            label: (string | null)[];
            /** @description `number date weekday time role remark seats won share ignored unknown`. */
            means: string;
            /** @description `paid complimentary all agency`; `null` unless it holds seats, won or a share. */
            of: string | null;
            role: string | null;
            /** @description The first three values that are not blank. */
            sample: string[];
            /** @description `vocabulary layout none`. */
            source: string;
            /** @description `booked deposited pending`. */
            state: string | null;
            /**
             * Format: int64
             * @description Over the data rows; `null` unless it holds seats or won.
             */
            sum: number | null;
        };
        /** @description What the heading of a sheet without markers says. */
        RecognisedSheetView: {
            /** @description Rows of totals, from 1. */
            checkRows: number[];
            /** @description Those with a label or a meaning, from left to right. */
            columns: components["schemas"]["RecognisedColumnView"][];
            dataRows: components["schemas"]["DataRowsView"] | null;
            /** @description The rows of labels, from 1. */
            headingRows: number[];
            /** @description `days` or `performances`. */
            role: string;
            /** @example 회차별판매 */
            sheet: string;
            /**
             * @description Equal where all labels are: 16 hexadecimal digits.
             * @example 9f2c51d07ab3e846
             */
            signature: string;
        };
        /** @description Recovery codes, each good for one sign-in. Told this once. */
        RecoveryCodesView: {
            /**
             * @example [
             *       "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"
             *     ]
             */
            recoveryCodes: string[];
        };
        /** @description Forecasts of break-even that told about the same. */
        ReliabilityBin: {
            /**
             * Format: double
             * @description Share that came true.
             */
            cameTrueRatio: number | null;
            /**
             * Format: int64
             * @description How many.
             */
            forecasts: number;
            /**
             * Format: double
             * @description Least probability.
             */
            fromProbability: number;
            /**
             * Format: double
             * @description Mean of what was told.
             */
            toldRatio: number | null;
            /**
             * Format: double
             * @description The next bin begins there.
             */
            toProbability: number;
        };
        /** @description One report. */
        ReportEntry: {
            /** @description Which categories it is about; productions of others are left out. */
            categories: components["schemas"]["CategoryView"][];
            description: components["schemas"]["WordsView"];
            /** @example plays/revenue */
            name: string;
            parameters: components["schemas"]["ParameterView"][];
            /**
             * @description Where it is answered.
             * @example /api/v1/reports/plays/revenue
             */
            path: string;
            /** @description The first is what a CSV holds when no other is named. */
            tables: components["schemas"]["TableView"][];
            title: components["schemas"]["WordsView"];
        };
        /** @description A link by which a user sets a password. */
        ResetLinkView: {
            /** Format: date-time */
            expiresAt: Instant;
            /**
             * @description For the user alone; works once. The token is in the fragment, which no server sees.
             * @example https://sales.example.com/reset#token=fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM
             */
            url: string;
        };
        /**
         * @description Which revenue it is: what is booked, or what is deposited.
         * @enum {string}
         */
        RevenueBasis: "booked" | "deposited";
        /** @description Revenue of one production. */
        RevenueItem: components["schemas"]["ProductionHead"] & components["schemas"]["AttainmentView"];
        /** @description Revenue against target, in total and of the record date. */
        RevenueReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By category. */
            categories: components["schemas"]["CategoryRevenue"][];
            /** @description By production code. */
            items: components["schemas"]["RevenueItem"][];
            /** @description All together. */
            overall: components["schemas"]["AttainmentView"];
            /**
             * @description Name of the report.
             * @example plays/revenue
             */
            report: string;
        };
        /**
         * @description What kind of user somebody is.
         * @enum {string}
         */
        RoleView: "master" | "admin" | "member";
        /** @description A cast of the whole run. */
        RunCast: components["schemas"]["CastView"] & {
            /**
             * Format: int64
             * @description Revenue ÷ performances, in won.
             */
            meanRevenueKrw: number | null;
        };
        /** @description What is expected of a whole run. */
        RunForecast: {
            /** @description When break-even is reached, and how likely. */
            breakEven: null | components["schemas"]["BreakEvenForecast"];
            /** @description Why nothing is said of break-even. */
            breakEvenReason: null | components["schemas"]["NoBreakEven"];
            /** @description Revenue in the end. */
            finalRevenueKrw: null | components["schemas"]["KrwInterval"];
            /** @description Seats sold in the end, between those sold and those that can be. */
            finalSeats: components["schemas"]["SeatsInterval"];
            /** @description Share of the sellable seats in the end. */
            occupancy: components["schemas"]["RatioInterval"];
            /**
             * Format: int64
             * @description Revenue at the origin, in won.
             */
            revenueKrw: number;
            /** @description Why there is no revenue. */
            revenueReason: null | components["schemas"]["NoFinalRevenue"];
            /**
             * Format: int64
             * @description Seats of all performances without complimentary ones.
             */
            sellableSeats: number;
            /**
             * Format: int64
             * @description Seats sold at the origin.
             */
            soldSeats: number;
            /**
             * Format: int64
             * @description By the old rule: so much a day as so far, without a limit.
             */
            straightLineKrw: number;
            /**
             * Format: int64
             * @description By the old rule: so many seats a day as so far, without a limit.
             */
            straightLineSeats: number;
        };
        /** @description Deposit and paid share of one production. */
        RunOccupancyItem: components["schemas"]["ProductionHead"] & components["schemas"]["MeanShares"] & {
            /** @description Performances after the record date. */
            future: components["schemas"]["MeanShares"];
            /** @description Performances up to the record date. */
            past: components["schemas"]["MeanShares"];
            /**
             * Format: double
             * @description Share of the house that is aimed at.
             */
            targetShare: number | null;
        };
        /**
         * @description Where a run stands.
         * @enum {string}
         */
        RunStateView: "due" | "running" | "done" | "failed" | "missed";
        /** @description What was done for one time of a schedule, or asked for by hand. */
        RunView: {
            /** Format: date-time */
            createdAt: Instant;
            deliveries: components["schemas"]["DeliveryCountsView"];
            /**
             * Format: int32
             * @description How many attempts failed.
             */
            failures: number;
            /** Format: date-time */
            finishedAt: Instant | null;
            /** Format: uuid */
            id: string;
            /** @example daily-plays */
            kind: string;
            /** @description Why the last attempt failed. */
            lastError: string | null;
            /** Format: date-time */
            nextAttemptAt: Instant | null;
            requestedBy: components["schemas"]["UserNameView"] | null;
            /**
             * @description Name of the schedule by then; `null` of a message by hand.
             * @example daily-plays
             */
            scheduleName: string | null;
            /**
             * Format: date-time
             * @description The time that it is for.
             */
            slot: Instant;
            state: components["schemas"]["RunStateView"];
            trigger: components["schemas"]["TriggerView"];
        };
        /**
         * @description Why sales by day are not known: the workbook has no sale days.
         * @enum {string}
         */
        SalesReason: "no_sale_days";
        /** @description A page of the web with its filters, columns and order, kept under a name. */
        SavedViewBody: {
            /**
             * @description No two are called alike.
             * @example 지난달 뮤지컬
             */
            name: string;
            /**
             * @description Its address in the web.
             * @example /plays/weekly?period=lastMonth
             */
            path: string;
            /** @description Whether it stands in the menu. */
            pinned: boolean;
        };
        /** @description Something that is done at set times. */
        ScheduleView: {
            /** @description Whether it is about all active productions, also future ones, or about those named. */
            allProductions: boolean;
            /**
             * @description When: minute, hour, day of the month, month, weekday, in Asia/Seoul.
             * @example 0 14 * * *
             */
            cron: string;
            /** @description To whom the outcome is sent. */
            destinationIds: string[];
            /**
             * @description What is done: the kind of a message; `alerts`, which looks for what is worth telling.
             * @example daily-plays
             */
            kind: string;
            lastRun: components["schemas"]["RunView"] | null;
            /**
             * @description The word that names it, also in addresses.
             * @example daily-plays
             */
            name: string;
            /** @description The next times, none while it is paused. */
            nextRuns: string[];
            /**
             * Format: date-time
             * @description Since when it is paused; `null` while it goes on.
             */
            pausedAt: Instant | null;
            productionIds: string[];
        };
        /** @description Seats, from low to high: 8 of 10 outcomes lie between `p10` and `p90`. */
        SeatsInterval: {
            /**
             * Format: int64
             * @description Exceeded in 9 of 10 cases.
             */
            p10: number;
            /**
             * Format: int64
             * @description Exceeded in half of the cases; `null` while too few days are known.
             */
            p50: number | null;
            /**
             * Format: int64
             * @description Exceeded in 1 of 10 cases.
             */
            p90: number;
        };
        /**
         * @description How a figure is to be read.
         * @enum {string}
         */
        Sense: "plain" | "difference" | "change" | "balance" | "attainment" | "price";
        /** @description One of one's sessions. */
        SessionView: {
            /**
             * @description Network address that it began from.
             * @example 203.0.113.7
             */
            address: string | null;
            /** Format: date-time */
            createdAt: Instant;
            /** @description Whether this request belongs to it. */
            current: boolean;
            /**
             * Format: date-time
             * @description When it ends, unless it is used before then.
             */
            expiresAt: Instant;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: Instant;
            /** @description The program that it began in, as that calls itself. */
            userAgent: string | null;
        };
        /**
         * @description Whether a finding stops the workbook.
         * @enum {string}
         */
        SeverityView: "error" | "warning";
        /** @description A performance (회차): who plays, how full it is, what is left. */
        ShowingView: {
            /** @description Who plays. */
            cast: string[];
            /**
             * Format: int64
             * @description Seats given away.
             */
            complimentarySeats: number;
            /**
             * Format: double
             * @description Complimentary share, as in the workbook.
             */
            complimentaryShare: number;
            /**
             * Format: double
             * @description Paid + complimentary share.
             */
            occupancy: number;
            /**
             * Format: int64
             * @description Seats sold.
             */
            paidSeats: number;
            /**
             * Format: double
             * @description Paid share, as in the workbook.
             */
            paidShare: number;
            /**
             * Format: int64
             * @description Seats on sale − sold − given away; `null` while the capacity is not known.
             */
            remainingSeats: number | null;
            /**
             * Format: date-time
             * @description Date and time.
             * @example 2026-11-20T19:30:00+09:00
             */
            startsAt: Instant;
        };
        /** @description A session that began. */
        SignedInView: {
            /**
             * Format: date-time
             * @description When the session ends, unless it is used before then.
             */
            expiresAt: Instant;
            /**
             * @description For `Authorization: Bearer`; `null` where it came as a cookie. Told this once.
             * @example fhs_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM
             */
            token: string | null;
            user: components["schemas"]["UserView"];
        };
        /** @description A sign-in from a new place. */
        SignInView: {
            /** @description Whether its session goes on. */
            active: boolean;
            /**
             * @description Network address.
             * @example 203.0.113.7
             */
            address: string | null;
            /** Format: date-time */
            at: Instant;
            /**
             * Format: uuid
             * @description Of the session that it began.
             */
            id: string;
            /** @description The program, as it calls itself. */
            userAgent: string | null;
        };
        /** @description Where a production, a category, or all of them stand. In groups sums are of the productions that know the figure, and ratios of those that know both sides. */
        StandingView: {
            /**
             * Format: int64
             * @description Revenue booked so far, in won.
             */
            bookedKrw: number | null;
            /**
             * Format: int64
             * @description Revenue at which the costs are met, in won.
             */
            breakEvenKrw: number | null;
            /**
             * Format: double
             * @description Break-even ÷ target.
             */
            breakEvenOnTarget: number | null;
            /**
             * Format: double
             * @description Revenue ÷ break-even.
             */
            breakEvenRatio: number | null;
            /**
             * Format: int64
             * @description Revenue deposited so far, in won.
             */
            depositedKrw: number | null;
            /**
             * Format: double
             * @description The month's revenue ÷ due target.
             */
            monthDueRatio: number | null;
            /**
             * Format: int64
             * @description Targets of its days up to yesterday or the record date, in won.
             */
            monthDueTargetKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the month that holds yesterday, up to yesterday or the record date, in won.
             */
            monthRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Targets of that whole month, in won.
             */
            monthTargetKrw: number | null;
            /**
             * Format: int64
             * @description Seats of all performances.
             */
            openSeats: number | null;
            /**
             * Format: int64
             * @description Revenue − production cost, in won.
             */
            profitKrw: number | null;
            /**
             * Format: int64
             * @description Revenue so far, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: double
             * @description Revenue ÷ revenue of all productions.
             */
            revenueShare: number | null;
            /**
             * Format: double
             * @description Seats ÷ open seats.
             */
            seatRatio: number | null;
            /**
             * Format: int64
             * @description Paid seats so far.
             */
            seats: number | null;
            /**
             * Format: double
             * @description Change against the seven days before ÷ their sales.
             */
            sevenDayChangeRatio: number | null;
            /**
             * Format: double
             * @description Their mean occupancy; of concerts seats ÷ inventory.
             */
            sevenDayOccupancy: number | null;
            /**
             * Format: int64
             * @description Performances of the seven days after `asOf`.
             */
            sevenDayPerformances: number;
            /**
             * Format: int64
             * @description Sales of the seven days before `asOf`, in won.
             */
            sevenDayRevenueKrw: number | null;
            /**
             * Format: int64
             * @description All daily targets, in won; `null` where none is above 0.
             */
            targetKrw: number | null;
            /**
             * Format: double
             * @description Revenue ÷ target.
             */
            targetRatio: number | null;
            /**
             * Format: double
             * @description Change against the same weekdays of the week before ÷ their sales.
             */
            weekChangeRatio: number | null;
            /**
             * Format: double
             * @description The week's revenue ÷ due target.
             */
            weekDueRatio: number | null;
            /**
             * Format: int64
             * @description Targets of the same days, in won.
             */
            weekDueTargetKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the week that holds yesterday, up to yesterday or the record date, in won.
             */
            weekRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Those sales − the sales of the day before, in won.
             */
            yesterdayChangeKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the day before `asOf`, in won.
             */
            yesterdayRevenueKrw: number | null;
        };
        /** @description Last week, the performances around today, the weeks of each run: all of one data version. */
        SummaryReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description Items of `plays/performances`, from two days before `asOf` to seven after. */
            performances: components["schemas"]["PerformancesItem"][];
            /**
             * @description Name of the report.
             * @example plays/summary
             */
            report: string;
            /** @description Items of `plays/weekly-occupancy`. */
            weeklyOccupancy: components["schemas"]["OccupancyItem"][];
            /** @description Items of `plays/weekly-overview`. */
            weeklyOverview: components["schemas"]["WeeklyOverviewItem"][];
        };
        /** @description A table of a report: what a CSV holds, a sheet of a workbook. */
        TableView: {
            /** @description From left to right. */
            columns: components["schemas"]["ColumnView"][];
            /**
             * @description A field beside the innermost list that is one more row after its elements.
             * @example total
             */
            furtherRow: string | null;
            /**
             * @description What the parameter `table` calls it.
             * @example items
             */
            name: string;
            /** @description The path of lists in the JSON answer whose innermost elements are the rows. Empty: the answer is the only row. */
            rows: string[];
            title: components["schemas"]["WordsView"];
        };
        /** @description A list of targets. */
        TargetListForm: {
            /** @description Only say what would become of the targets. */
            dryRun?: boolean;
            /**
             * Format: binary
             * @description A workbook or CSV with the columns `date` and `target`. A column `weekday` and lines of totals are left out.
             */
            file: string;
        };
        /** @description Revenue of one concert against all its targets. */
        TargetSalesItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: double
             * @description Revenue ÷ due target.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Targets up to the record date, in won.
             */
            dueTargetKrw: number | null;
            /**
             * Format: double
             * @description Revenue ÷ target.
             */
            ratio: number | null;
            /**
             * Format: int64
             * @description All daily sales, in won.
             */
            revenueKrw: number;
            /**
             * Format: int64
             * @description All targets, in won.
             */
            targetKrw: number;
        };
        /** @description Revenue of each concert against all its targets. */
        TargetSalesReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["TargetSalesItem"][];
            /** @description All together. */
            overall: components["schemas"]["TargetSalesTotal"];
            /**
             * @description Name of the report.
             * @example concerts/target-sales
             */
            report: string;
        };
        /** @description All concerts together. Sums are of those that know the figure. */
        TargetSalesTotal: {
            /**
             * Format: int64
             * @description How many of them have a snapshot.
             */
            counted: number;
            /**
             * Format: double
             * @description Revenue ÷ due target, of those that know both.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Targets up to the record dates, in won.
             */
            dueTargetKrw: number | null;
            /**
             * Format: int64
             * @description How many concerts there are.
             */
            productions: number;
            /**
             * Format: double
             * @description Revenue ÷ target, of those that know both.
             */
            ratio: number | null;
            /**
             * Format: int64
             * @description All daily sales, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description All targets, in won.
             */
            targetKrw: number | null;
        };
        /** @description Targets of a production. */
        TargetsView: {
            targets: components["schemas"]["TargetView"][];
            /**
             * Format: int64
             * @description Won over all days listed.
             */
            totalKrw: number;
            weeks: components["schemas"]["WeekTargetView"][];
        };
        /** @description Target of one day. */
        TargetView: {
            /**
             * Format: date
             * @example 2026-11-19
             */
            date: Day;
            /**
             * Format: int64
             * @description Won.
             * @example 28560000
             */
            targetKrw: number;
        };
        /** @description Periods of one production: each that has a target or a daily row. */
        TargetVsActualItem: components["schemas"]["ProductionHead"] & {
            /** @description In order of time. */
            periods: components["schemas"]["PeriodView"][];
        };
        /** @description Revenue against target by day, week or month, and cumulated. */
        TargetVsActualReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By category. */
            categories: components["schemas"]["CategoryPeriods"][];
            /**
             * Format: date
             * @description The periods that touch the days from this one on, whole; default: all.
             */
            from: Day | null;
            /**
             * @description Length of the periods.
             * @enum {string}
             */
            grain: "day" | "week" | "month";
            /** @description By production code. */
            items: components["schemas"]["TargetVsActualItem"][];
            /** @description Each period that a production has, in order of time. */
            overall: components["schemas"]["PeriodTotal"][];
            /**
             * @description Name of the report.
             * @example target-vs-actual
             */
            report: string;
            /**
             * Format: date
             * @description The periods that touch the days up to this one, whole; default: all.
             */
            to: Day | null;
        };
        /**
         * Format: binary
         * @description The bytes of a blank workbook.
         */
        TemplateBytes: string;
        /** @description Seats of all grades together. */
        TotalBreakEven: components["schemas"]["BreakEvenSeats"] & {
            /**
             * @description `total`.
             * @example total
             */
            grade: string;
        };
        /**
         * @description Why a run came to be.
         * @enum {string}
         */
        TriggerView: "schedule" | "catch_up" | "manual";
        /**
         * @description What the values of a column or parameter are.
         * @enum {string}
         */
        Unit: "krw" | "ratio" | "seats" | "count" | "rank" | "week" | "day" | "month" | "period" | "instant" | "flag" | "word" | "grade" | "names" | "text" | "id";
        /** @description What `POST /uploads` answers with status 200. */
        UploadAnswer: components["schemas"]["UploadView"] | components["schemas"]["DryRunView"];
        /** @description Days of one production. */
        UploadCoverageItem: components["schemas"]["ProductionHead"] & {
            /** @description Each day, in order of time. */
            coverage: components["schemas"]["CoverageDay"][];
        };
        /** @description For which days there are uploads. */
        UploadCoverageReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /**
             * Format: int64
             * @description How many days up to `asOf`.
             */
            days: number;
            /** @description By production code. */
            items: components["schemas"]["UploadCoverageItem"][];
            /**
             * @description Name of the report.
             * @example upload-coverage
             */
            report: string;
        };
        /** @description An upload: multipart, its parts in any order. */
        UploadForm: {
            /** @description Only say what the upload would do. */
            dryRun?: boolean;
            /** @description The workbook; of CSV two files, one per sheet, sent together. */
            file: string[];
            /**
             * @description Its code, instead of its id.
             * @example PL2612
             */
            productionCode?: string;
            /**
             * Format: uuid
             * @description Which production; default: that of the file name.
             */
            productionId?: string;
            /**
             * Format: date
             * @description The day whose close the workbook describes; default: that of the file name.
             */
            recordDate?: Day;
        };
        /**
         * @description Where an upload stands.
         * @enum {string}
         */
        UploadStatusView: "queued" | "processing" | "completed" | "superseded" | "failed" | "withdrawn";
        /** @description One upload, in lists: without its findings. */
        UploadSummaryView: {
            /** @description Whether reports read its snapshot. */
            current: boolean;
            /** @description How often each code was found. */
            diagnosticCounts: {
                [key: string]: number;
            };
            facts: components["schemas"]["FactsView"] | null;
            /** @description Name of its first file. */
            fileName: string;
            /** @description All its files: one, or two of CSV. */
            files: components["schemas"]["OriginalFileView"][];
            /**
             * Format: date-time
             * @description When it was read to its end.
             */
            finishedAt: Instant | null;
            /** Format: uuid */
            id: string;
            /** @example PL2612 */
            productionCode: string;
            /** Format: uuid */
            productionId: string;
            /**
             * Format: date
             * @description The day whose close it describes (기준일).
             */
            recordDate: Day;
            /** @description SHA-256 of its first file. */
            sha256: string;
            /**
             * Format: int64
             * @description Length of its first file.
             */
            sizeBytes: number;
            status: components["schemas"]["UploadStatusView"];
            /** Format: date-time */
            uploadedAt: Instant;
            uploadedBy: components["schemas"]["UserNameView"] | null;
        };
        /** @description One upload with its findings. */
        UploadView: components["schemas"]["UploadSummaryView"] & {
            /** @description The first 1 000 findings: errors before warnings, by sheet and cell. */
            diagnostics: components["schemas"]["DiagnosticView"][];
        };
        /** @description A user as others see one: who did something. */
        UserNameView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description A user. */
        UserView: {
            /** @description Whether the user may enter. */
            active: boolean;
            /** @description Whether the user sees all productions, also future ones; masters and admins do. */
            allProductions: boolean;
            /** @description Whether the user manages productions; masters and admins do. */
            canManageProductions: boolean;
            /** @description Whether the user uploads; masters and admins do. */
            canUpload: boolean;
            /** Format: date-time */
            createdAt: Instant;
            /** @example member@example.com */
            email: string;
            /** Format: uuid */
            id: string;
            /** @example 담당자 */
            name: string;
            /** @description The productions granted, where it is not all of them. */
            productionIds: string[];
            role: components["schemas"]["RoleView"];
        };
        /** @description The pages that a screen on the wall shows in turn. */
        WallBody: {
            /** @description Their addresses in the web. */
            paths: string[];
            /**
             * Format: int32
             * @description How long each stays.
             * @example 20
             */
            seconds: number;
        };
        /** @description What became of the marketing notes of one week. */
        WeekChangeView: {
            after: components["schemas"]["WeekNotesView"] | null;
            before: components["schemas"]["WeekNotesView"] | null;
            /**
             * Format: date
             * @description Monday.
             */
            weekStart: Day;
        };
        /** @description Seats offered and paid per week. */
        WeeklyCapacityReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["CapacityItem"][];
            /** @description All productions together, in order of time. */
            overall: components["schemas"]["CapacityWeek"][];
            /**
             * @description Name of the report.
             * @example plays/weekly-capacity
             */
            report: string;
        };
        /** @description Last week's best casts of one production. */
        WeeklyCastsItem: components["schemas"]["ProductionHead"] & {
            /** @description By revenue, then by names. */
            casts: components["schemas"]["CastView"][];
            /**
             * Format: date
             * @description Sunday of last week.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday of last week.
             */
            weekStart: Day;
        };
        /** @description Last week's best casts. */
        WeeklyCastsReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["WeeklyCastsItem"][];
            /**
             * @description Name of the report.
             * @example plays/weekly-casts
             */
            report: string;
            /**
             * Format: int64
             * @description How many casts of each production.
             */
            top: number;
        };
        /** @description The weeks of each production. */
        WeeklyOccupancyReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["OccupancyItem"][];
            /**
             * @description Name of the report.
             * @example plays/weekly-occupancy
             */
            report: string;
        };
        /** @description Last week of one production. */
        WeeklyOverviewItem: components["schemas"]["ProductionHead"] & {
            /**
             * Format: double
             * @description Mean occupancy (점유율) of the week's performances.
             */
            actualShare: number | null;
            /**
             * Format: int64
             * @description Revenue − that of the week before, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ revenue of the week before.
             */
            changeRatio: number | null;
            /**
             * Format: double
             * @description Revenue ÷ due target: by this a week that is not over is judged.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Targets of the week's days up to the record date, in won.
             */
            dueTargetKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the week before, in won.
             */
            previousRevenueKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the week's days, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: double
             * @description Actual − target share.
             */
            shareGap: number | null;
            /**
             * Format: double
             * @description Actual ÷ target share.
             */
            shareRatio: number | null;
            /**
             * Format: int64
             * @description Revenue − target, in won.
             */
            targetGapKrw: number | null;
            /**
             * Format: int64
             * @description Targets of the week's days, in won.
             */
            targetKrw: number;
            /**
             * Format: double
             * @description Revenue ÷ target.
             */
            targetRatio: number | null;
            /**
             * Format: double
             * @description Share of the house that is aimed at.
             */
            targetShare: number | null;
            /**
             * Format: date
             * @description Sunday of last week.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday of last week.
             */
            weekStart: Day;
        };
        /** @description Last week of each production. */
        WeeklyOverviewReport: {
            /**
             * Format: date
             * @description The day that was asked for; where the report has windows, it moves them.
             */
            asOf: Day;
            /** @description By production code. */
            items: components["schemas"]["WeeklyOverviewItem"][];
            /** @description All together. */
            overall: components["schemas"]["WeeklyOverviewTotal"];
            /**
             * @description Name of the report.
             * @example plays/weekly-overview
             */
            report: string;
        };
        /** @description Last week of all productions together. Sums are of those that know the figure. */
        WeeklyOverviewTotal: {
            /**
             * Format: int64
             * @description Revenue − that of the week before, of the compared, in won.
             */
            changeKrw: number | null;
            /**
             * Format: double
             * @description Change ÷ revenue of the week before, of the compared.
             */
            changeRatio: number | null;
            /**
             * Format: int64
             * @description How many know both weeks whole.
             */
            compared: number;
            /**
             * Format: int64
             * @description How many of them know the week's sales.
             */
            counted: number;
            /**
             * Format: double
             * @description Revenue ÷ due target, of those that know both.
             */
            dueRatio: number | null;
            /**
             * Format: int64
             * @description Due targets of the counted, in won.
             */
            dueTargetKrw: number | null;
            /**
             * Format: int64
             * @description Sales of the week before, of those that know it, in won.
             */
            previousRevenueKrw: number | null;
            /**
             * Format: int64
             * @description How many productions there are.
             */
            productions: number;
            /**
             * Format: int64
             * @description Sales of the week's days, of the counted, in won.
             */
            revenueKrw: number | null;
            /**
             * Format: int64
             * @description Revenue − target, of those that know both, in won.
             */
            targetGapKrw: number | null;
            /**
             * Format: int64
             * @description Targets of the week's days, of all, in won.
             */
            targetKrw: number | null;
            /**
             * Format: double
             * @description Revenue ÷ target, of those that know both.
             */
            targetRatio: number | null;
            /**
             * Format: date
             * @description Sunday of last week.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday of last week.
             */
            weekStart: Day;
        };
        /** @description Marketing notes of one week. */
        WeekNotesView: {
            other: string | null;
            promotion: string | null;
            salesMarketing: string | null;
        };
        /** @description Targets of one calendar week. */
        WeekTargetView: {
            /**
             * Format: int64
             * @description Won.
             */
            targetKrw: number;
            /**
             * Format: date
             * @description Sunday.
             */
            weekEnd: Day;
            /**
             * Format: date
             * @description Monday.
             */
            weekStart: Day;
        };
        /**
         * @description A word for a state.
         * @enum {string}
         */
        Word: "ok" | "failing";
        /** @description A title or description in both languages. */
        WordsView: {
            /** @example Record-date revenue */
            en: string;
            /** @example 기준일 매출 */
            ko: string;
        };
        /** @description What a word is called. */
        WordView: {
            title: components["schemas"]["WordsView"];
            /** @example on_sale */
            word: string;
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
    listAlerts: {
        parameters: {
            query?: {
                /** @description Only those of this kind. */
                kind?: "workbook_missing" | "low_performance" | "figures_shrank" | "unusual_day" | "break_even_reached";
                /** @description Direction, by time. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only those of this production. */
                productionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "foundAt": "2026-11-20T09:30:00+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000801",
                     *           "kind": "break_even_reached",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "text": "기준일 11/19(목)에 매출이 손익분기 250,000,000원에 이르렀습니다.",
                     *           "title": "손익분기 도달: 두 번째 편지"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_AlertView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Only this act, or all of a kind: `production.changed`, `production`.
                 * @example production
                 */
                action?: string;
                /** @description Only from this instant on. */
                from?: Instant;
                /** @description Direction, by the order of entry; default: the newest first. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only what concerns this production, deleted ones included. */
                productionId?: string;
                /** @description Only what was done to this thing. */
                subjectId?: string;
                /** @description Only before this instant. */
                to?: Instant;
                /** @description Only what this user did. */
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": "user.changed",
                     *           "address": "203.0.113.7",
                     *           "after": {
                     *             "canUpload": true
                     *           },
                     *           "at": "2026-11-20T09:30:00+09:00",
                     *           "before": {
                     *             "canUpload": false
                     *           },
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000402",
                     *             "name": "admin"
                     *           },
                     *           "id": 7,
                     *           "productionId": null,
                     *           "subjectId": "0197c1a0-0000-7000-8000-000000000407"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_AuditEntryView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "createdAt": "2026-11-18T09:00:00+09:00",
                     *           "expiresAt": "2027-11-20T00:00:00+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000601",
                     *           "lastUsedAt": null,
                     *           "name": "매일 업로드",
                     *           "readOnly": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_ApiKeyView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expiresAt": "2027-11-20T00:00:00+09:00",
                 *       "name": "매일 업로드",
                 *       "readOnly": false
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-18T09:00:00+09:00",
                     *       "expiresAt": "2027-11-20T00:00:00+09:00",
                     *       "id": "0197c1a0-0000-7000-8000-000000000601",
                     *       "key": "fhk_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM",
                     *       "lastUsedAt": null,
                     *       "name": "매일 업로드",
                     *       "readOnly": false
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedKeyView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description One has 50 keys, and no more are kept */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the key */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDigest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one has chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "frequency": "daily"
                     *     }
                     */
                    "application/json": components["schemas"]["DigestView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDigest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "frequency": "daily"
                 *     }
                 */
                "application/json": components["schemas"]["NewDigest"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "frequency": "daily"
                     *     }
                     */
                    "application/json": components["schemas"]["DigestView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The choice breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                /**
                 * @example {
                 *       "email": "member@example.com",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewSignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-12-04T09:59:00+09:00",
                     *       "token": "fhs_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM",
                     *       "user": {
                     *         "active": true,
                     *         "allProductions": false,
                     *         "canManageProductions": true,
                     *         "canUpload": true,
                     *         "createdAt": "2026-09-01T09:00:00+09:00",
                     *         "email": "member@example.com",
                     *         "id": "0197c1a0-0000-7000-8000-000000000407",
                     *         "name": "member",
                     *         "productionIds": [
                     *           "0197c1a0-0000-7000-8000-000000000001"
                     *         ],
                     *         "role": "member"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address or the password is wrong; or a code is needed, or wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The account is not active; or a cookie was asked for from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed attempts */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: {
                /** @description All of one's sessions, on every device. */
                everywhere?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "allProductions": false,
                     *       "canManageProductions": true,
                     *       "canUpload": true,
                     *       "createdAt": "2026-09-01T09:00:00+09:00",
                     *       "email": "member@example.com",
                     *       "id": "0197c1a0-0000-7000-8000-000000000407",
                     *       "name": "member",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "role": "member",
                     *       "secondFactor": "none"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "담당자"
                 *     }
                 */
                "application/json": components["schemas"]["ChangedAccount"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "allProductions": false,
                     *       "canManageProductions": true,
                     *       "canUpload": true,
                     *       "createdAt": "2026-09-01T09:00:00+09:00",
                     *       "email": "member@example.com",
                     *       "id": "0197c1a0-0000-7000-8000-000000000407",
                     *       "name": "담당자",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "role": "member",
                     *       "secondFactor": "none"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNewSignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sign-ins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "active": true,
                     *           "address": "198.51.100.9",
                     *           "at": "2026-11-20T06:04:00+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000502",
                     *           "userAgent": "Firefox"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_SignInView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissNewSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the sign-in, which is that of its session */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dismissed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such sign-in */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery",
                 *       "newPassword": "purple elephant staircase"
                 *     }
                 */
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present password is wrong, or the new one breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed attempts */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one has chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hiddenColumns": {
                     *         "plays/weekly-capacity": [
                     *           "offeredSeats"
                     *         ]
                     *       },
                     *       "seenRelease": "2026.11",
                     *       "views": [
                     *         {
                     *           "name": "지난달 주간",
                     *           "path": "/plays/weekly?period=lastMonth",
                     *           "pinned": true
                     *         }
                     *       ],
                     *       "wall": {
                     *         "paths": [
                     *           "/",
                     *           "/plays/outlook"
                     *         ],
                     *         "seconds": 20
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hiddenColumns": {
                 *         "plays/weekly-capacity": [
                 *           "offeredSeats"
                 *         ]
                 *       },
                 *       "seenRelease": "2026.11",
                 *       "views": [
                 *         {
                 *           "name": "지난달 주간",
                 *           "path": "/plays/weekly?period=lastMonth",
                 *           "pinned": true
                 *         }
                 *       ],
                 *       "wall": {
                 *         "paths": [
                 *           "/",
                 *           "/plays/outlook"
                 *         ],
                 *         "seconds": 20
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewPreferences"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hiddenColumns": {
                     *         "plays/weekly-capacity": [
                     *           "offeredSeats"
                     *         ]
                     *       },
                     *       "seenRelease": "2026.11",
                     *       "views": [
                     *         {
                     *           "name": "지난달 주간",
                     *           "path": "/plays/weekly?period=lastMonth",
                     *           "pinned": true
                     *         }
                     *       ],
                     *       "wall": {
                     *         "paths": [
                     *           "/",
                     *           "/plays/outlook"
                     *         ],
                     *         "seconds": 20
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A choice breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "member@example.com",
                 *       "name": "담당자",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewRegistration"];
            };
        };
        responses: {
            /** @description Waits for activation, unless the address is known */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many registrations */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
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
                /**
                 * @example {
                 *       "newPassword": "purple elephant staircase",
                 *       "token": "fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM"
                 *     }
                 */
                "application/json": components["schemas"]["NewReset"];
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The link does not work any more, or the password breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "demanded": false,
                     *       "recoveryCodesLeft": 9,
                     *       "setUpAt": "2026-11-18T09:00:00+09:00"
                     *     }
                     */
                    "application/json": components["schemas"]["FactorView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
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
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewFactor"];
            };
        };
        responses: {
            /** @description Begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunFactorView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A second factor is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The password is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed attempts */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                /**
                 * @example {
                 *       "code": "287082"
                 *     }
                 */
                "application/json": components["schemas"]["NewFactorCode"];
            };
        };
        responses: {
            /** @description Set up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None was begun, or one is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The code is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
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
                /**
                 * @example {
                 *       "code": "287082",
                 *       "currentPassword": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewFactorProof"];
            };
        };
        responses: {
            /** @description Made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No second factor is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The password or the code is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed attempts */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "287082",
                 *       "currentPassword": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewFactorProof"];
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No second factor is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The password or the code is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed attempts */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "203.0.113.7",
                     *           "createdAt": "2026-11-18T09:00:00+09:00",
                     *           "current": true,
                     *           "expiresAt": "2026-12-04T09:59:00+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000501",
                     *           "lastUsedAt": "2026-11-20T09:59:00+09:00",
                     *           "userAgent": "Firefox"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_SessionView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMonthlyNotes: {
        parameters: {
            query?: {
                /** @description First month; default: all. */
                from?: string;
                /** @description Last month; default: all. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes */
            200: {
                headers: {
                    /** @description The state of all notes by month, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notes": [
                     *         {
                     *           "month": "2026-11",
                     *           "note": "수능 마케팅"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MonthlyNotesView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMonthlyNotes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notes": [
                 *         {
                 *           "month": "2026-11",
                 *           "note": "수능 마케팅"
                 *         },
                 *         {
                 *           "month": "2026-12",
                 *           "note": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewMonthlyNotes"];
            };
        };
        responses: {
            /** @description The notes of these months */
            200: {
                headers: {
                    /** @description The state of all notes by month, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notes": [
                     *         {
                     *           "month": "2026-11",
                     *           "note": "수능 마케팅"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MonthlyNotesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A note breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMonthlyNotesHistory: {
        parameters: {
            query?: {
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-18T11:30:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000407",
                     *             "name": "하우스 매니저"
                     *           },
                     *           "changes": [
                     *             {
                     *               "after": "수능 마케팅",
                     *               "before": null,
                     *               "month": "2026-11"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_HistoryEntryView_MonthlyNoteChangeView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarNotes: {
        parameters: {
            query?: {
                /** @description First day; default: all. */
                from?: Day;
                /** @description Last day; default: all. */
                to?: Day;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes */
            200: {
                headers: {
                    /** @description The state of all notes by day, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notes": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "note": "수능"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarNotesView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCalendarNotes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notes": [
                 *         {
                 *           "date": "2026-11-19",
                 *           "note": "수능"
                 *         },
                 *         {
                 *           "date": "2026-11-20",
                 *           "note": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendarNotes"];
            };
        };
        responses: {
            /** @description The notes of these days */
            200: {
                headers: {
                    /** @description The state of all notes by day, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notes": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "note": "수능"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarNotesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A note breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarNotesHistory: {
        parameters: {
            query?: {
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-18T11:30:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000407",
                     *             "name": "하우스 매니저"
                     *           },
                     *           "changes": [
                     *             {
                     *               "after": "수능",
                     *               "before": null,
                     *               "date": "2026-11-19"
                     *             },
                     *             {
                     *               "after": null,
                     *               "before": "폭설",
                     *               "date": "2026-11-20"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_HistoryEntryView_CalendarNoteChangeView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only those to this destination. */
                destinationId?: string;
                /** @description Direction, by time. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only those of this run. */
                runId?: string;
                /** @description Only those that stand there. */
                state?: "pending" | "sending" | "sent" | "failed" | "skipped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "member@example.com",
                     *           "channel": "mail",
                     *           "createdAt": "2026-11-19T14:00:03+09:00",
                     *           "destinationId": "0197c1a0-0000-7000-8000-000000000721",
                     *           "failures": 1,
                     *           "finishedAt": "2026-11-19T14:00:04+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000731",
                     *           "kind": "daily-plays",
                     *           "lastError": "the mail server answered 554",
                     *           "mayHaveArrivedTwice": false,
                     *           "nextAttemptAt": null,
                     *           "productionId": null,
                     *           "reason": "mail_server",
                     *           "receiver": "매니저 메일",
                     *           "runId": "0197c1a0-0000-7000-8000-000000000711",
                     *           "slot": "2026-11-19T14:00:00+09:00",
                     *           "state": "failed",
                     *           "subject": "연극·뮤지컬 일일 보고",
                     *           "text": "두 번째 편지: 어제 1,250,000원"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_DeliveryView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "member@example.com",
                     *       "channel": "mail",
                     *       "createdAt": "2026-11-19T14:00:03+09:00",
                     *       "destinationId": "0197c1a0-0000-7000-8000-000000000721",
                     *       "failures": 1,
                     *       "finishedAt": "2026-11-19T14:00:04+09:00",
                     *       "html": "<p>두 번째 편지: 어제 1,250,000원</p>",
                     *       "id": "0197c1a0-0000-7000-8000-000000000731",
                     *       "kind": "daily-plays",
                     *       "lastError": "the mail server answered 554",
                     *       "mayHaveArrivedTwice": false,
                     *       "nextAttemptAt": null,
                     *       "parts": [],
                     *       "productionId": null,
                     *       "reason": "mail_server",
                     *       "receiver": "매니저 메일",
                     *       "runId": "0197c1a0-0000-7000-8000-000000000711",
                     *       "slot": "2026-11-19T14:00:00+09:00",
                     *       "state": "failed",
                     *       "subject": "연극·뮤지컬 일일 보고",
                     *       "text": "두 번째 편지: 어제 1,250,000원"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryDetailsView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "member@example.com",
                     *       "channel": "mail",
                     *       "createdAt": "2026-11-19T14:00:03+09:00",
                     *       "destinationId": "0197c1a0-0000-7000-8000-000000000721",
                     *       "failures": 0,
                     *       "finishedAt": null,
                     *       "id": "0197c1a0-0000-7000-8000-000000000731",
                     *       "kind": "daily-plays",
                     *       "lastError": null,
                     *       "mayHaveArrivedTwice": false,
                     *       "nextAttemptAt": null,
                     *       "productionId": null,
                     *       "reason": null,
                     *       "receiver": "매니저 메일",
                     *       "runId": "0197c1a0-0000-7000-8000-000000000711",
                     *       "slot": "2026-11-19T14:00:00+09:00",
                     *       "state": "pending",
                     *       "subject": "연극·뮤지컬 일일 보고",
                     *       "text": "두 번째 편지: 어제 1,250,000원"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has neither failed nor been skipped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All destinations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "addresses": [
                     *             "member@example.com"
                     *           ],
                     *           "allProductions": false,
                     *           "hasAddress": true,
                     *           "hasSecret": false,
                     *           "id": "0197c1a0-0000-7000-8000-000000000721",
                     *           "kind": "mail",
                     *           "name": "매니저 메일",
                     *           "productionIds": [
                     *             "0197c1a0-0000-7000-8000-000000000001"
                     *           ],
                     *           "takesAlerts": true,
                     *           "takesSnapshots": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_DestinationView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDestination: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "member@example.com"
                 *       ],
                 *       "kind": "mail",
                 *       "name": "매니저 메일",
                 *       "productionIds": [
                 *         "0197c1a0-0000-7000-8000-000000000001"
                 *       ],
                 *       "takesAlerts": true
                 *     }
                 */
                "application/json": components["schemas"]["NewDestination"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "addresses": [
                     *         "member@example.com"
                     *       ],
                     *       "allProductions": false,
                     *       "hasAddress": true,
                     *       "hasSecret": false,
                     *       "id": "0197c1a0-0000-7000-8000-000000000721",
                     *       "kind": "mail",
                     *       "name": "매니저 메일",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "takesAlerts": true,
                     *       "takesSnapshots": false
                     *     }
                     */
                    "application/json": components["schemas"]["DestinationView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken, or the first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the destination */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destination */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "addresses": [
                     *         "member@example.com"
                     *       ],
                     *       "allProductions": false,
                     *       "hasAddress": true,
                     *       "hasSecret": false,
                     *       "id": "0197c1a0-0000-7000-8000-000000000721",
                     *       "kind": "mail",
                     *       "name": "매니저 메일",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "takesAlerts": true,
                     *       "takesSnapshots": false
                     *     }
                     */
                    "application/json": components["schemas"]["DestinationView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDestination: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the destination */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDestination: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the destination */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "member@example.com",
                 *         "house@example.com"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangedDestination"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "addresses": [
                     *         "member@example.com"
                     *       ],
                     *       "allProductions": false,
                     *       "hasAddress": true,
                     *       "hasSecret": false,
                     *       "id": "0197c1a0-0000-7000-8000-000000000721",
                     *       "kind": "mail",
                     *       "name": "매니저 메일",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "takesAlerts": true,
                     *       "takesSnapshots": false
                     *     }
                     */
                    "application/json": components["schemas"]["DestinationView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the destination */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "member@example.com",
                     *           "channel": "mail",
                     *           "createdAt": "2026-11-19T14:00:03+09:00",
                     *           "destinationId": "0197c1a0-0000-7000-8000-000000000721",
                     *           "failures": 0,
                     *           "finishedAt": null,
                     *           "id": "0197c1a0-0000-7000-8000-000000000731",
                     *           "kind": "daily-plays",
                     *           "lastError": null,
                     *           "mayHaveArrivedTwice": false,
                     *           "nextAttemptAt": null,
                     *           "productionId": null,
                     *           "reason": null,
                     *           "receiver": "매니저 메일",
                     *           "runId": "0197c1a0-0000-7000-8000-000000000711",
                     *           "slot": "2026-11-19T14:00:00+09:00",
                     *           "state": "pending",
                     *           "subject": "연극·뮤지컬 일일 보고",
                     *           "text": "두 번째 편지: 어제 1,250,000원"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_DeliveryView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last id that the client heard: the stream goes on after it, or says `resync`. */
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, which does not end by itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Ten streams of one user are open, or too many in all */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Direction, by time. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only those that stand there. */
                status?: "queued" | "running" | "done" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "fileName": "20261119_PL2612_두번째편지.xlsx",
                     *           "finishedAt": "2026-11-20T00:20:01+09:00",
                     *           "id": "01JCZ6P7Q0V9K3M4N5R6S7T8W9",
                     *           "kind": "upload",
                     *           "maxAttempts": 5,
                     *           "runAt": "2026-11-20T00:20:00+09:00",
                     *           "status": "done",
                     *           "subjectId": "0197c1a0-0000-7000-8000-000000000101"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_JobView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 0,
                     *       "fileName": "20261119_PL2612_두번째편지.xlsx",
                     *       "finishedAt": null,
                     *       "id": "01JCZ6P7Q0V9K3M4N5R6S7T8W9",
                     *       "kind": "upload",
                     *       "maxAttempts": 5,
                     *       "runAt": "2026-11-20T00:20:00+09:00",
                     *       "status": "queued",
                     *       "subjectId": "0197c1a0-0000-7000-8000-000000000101"
                     *     }
                     */
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The job has not failed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMessage: {
        parameters: {
            query?: {
                /** @description The day that moves the windows of its reports; default: today. */
                asOf?: Day;
                /** @description Whether comments are made, which takes up to 20 seconds. */
                commentary?: boolean;
                /** @description Only of these productions; default: all active ones. May be repeated. */
                productionId?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description Kind of the message
                 * @example daily-plays
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "commentary": {
                     *         "added": 2,
                     *         "byModel": true,
                     *         "dropped": [
                     *           {
                     *             "reason": "unsupported_number",
                     *             "topic": "profit"
                     *           }
                     *         ]
                     *       },
                     *       "html": "<p>두 번째 편지: 어제 1,250,000원</p>",
                     *       "isEmpty": false,
                     *       "kind": "daily-plays",
                     *       "slack": [
                     *         {
                     *           "text": "두 번째 편지: 어제 1,250,000원"
                     *         }
                     *       ],
                     *       "subject": "연극·뮤지컬 일일 보고",
                     *       "text": "두 번째 편지: 어제 1,250,000원"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePreviewView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such kind, or no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Kind of the message
                 * @example daily-plays
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asOf": "2026-11-20",
                 *       "destinationIds": [
                 *         "0197c1a0-0000-7000-8000-000000000721"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description On its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "member@example.com",
                     *           "channel": "mail",
                     *           "createdAt": "2026-11-19T14:00:03+09:00",
                     *           "destinationId": "0197c1a0-0000-7000-8000-000000000721",
                     *           "failures": 0,
                     *           "finishedAt": null,
                     *           "id": "0197c1a0-0000-7000-8000-000000000731",
                     *           "kind": "daily-plays",
                     *           "lastError": null,
                     *           "mayHaveArrivedTwice": false,
                     *           "nextAttemptAt": null,
                     *           "productionId": null,
                     *           "reason": null,
                     *           "receiver": "매니저 메일",
                     *           "runId": "0197c1a0-0000-7000-8000-000000000711",
                     *           "slot": "2026-11-19T14:00:00+09:00",
                     *           "state": "pending",
                     *           "subject": "연극·뮤지컬 일일 보고",
                     *           "text": "두 번째 편지: 어제 1,250,000원"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_DeliveryView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such kind */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, and how many are unread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": null,
                     *           "alertId": "0197c1a0-0000-7000-8000-000000000801",
                     *           "alertKind": "break_even_reached",
                     *           "at": "2026-11-20T09:30:00+09:00",
                     *           "by": null,
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "alert:0197c1a0-0000-7000-8000-000000000801",
                     *           "kind": "alert",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": false,
                     *           "receiver": null,
                     *           "recordDate": null,
                     *           "text": "기준일 11/19(목)에 매출이 손익분기 250,000,000원에 이르렀습니다.",
                     *           "title": "손익분기 도달: 두 번째 편지",
                     *           "uploadId": null
                     *         },
                     *         {
                     *           "action": null,
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-20T09:29:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "upload:0197c1a0-0000-7000-8000-000000000101",
                     *           "kind": "arrived",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": false,
                     *           "receiver": null,
                     *           "recordDate": "2026-11-19",
                     *           "text": null,
                     *           "title": null,
                     *           "uploadId": "0197c1a0-0000-7000-8000-000000000101"
                     *         },
                     *         {
                     *           "action": "targets.set",
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-19T17:00:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "change:512",
                     *           "kind": "changed",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": true,
                     *           "receiver": null,
                     *           "recordDate": null,
                     *           "text": null,
                     *           "title": null,
                     *           "uploadId": null
                     *         },
                     *         {
                     *           "action": null,
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-19T14:00:04+09:00",
                     *           "by": null,
                     *           "deliveryId": "0197c1a0-0000-7000-8000-000000000731",
                     *           "deliveryKind": "daily-plays",
                     *           "id": "delivery:0197c1a0-0000-7000-8000-000000000731",
                     *           "kind": "delivery_failed",
                     *           "productionCode": null,
                     *           "productionId": null,
                     *           "productionName": null,
                     *           "read": true,
                     *           "receiver": "매니저 메일",
                     *           "recordDate": null,
                     *           "text": null,
                     *           "title": "연극·뮤지컬 일일 보고",
                     *           "uploadId": null
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 4,
                     *       "unread": 2
                     *     }
                     */
                    "application/json": components["schemas"]["NoticesView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-11-20T09:30:00+09:00"
                 *     }
                 */
                "application/json": components["schemas"]["NewReading"];
            };
        };
        responses: {
            /** @description The first page, and how many are unread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": null,
                     *           "alertId": "0197c1a0-0000-7000-8000-000000000801",
                     *           "alertKind": "break_even_reached",
                     *           "at": "2026-11-20T09:30:00+09:00",
                     *           "by": null,
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "alert:0197c1a0-0000-7000-8000-000000000801",
                     *           "kind": "alert",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": false,
                     *           "receiver": null,
                     *           "recordDate": null,
                     *           "text": "기준일 11/19(목)에 매출이 손익분기 250,000,000원에 이르렀습니다.",
                     *           "title": "손익분기 도달: 두 번째 편지",
                     *           "uploadId": null
                     *         },
                     *         {
                     *           "action": null,
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-20T09:29:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "upload:0197c1a0-0000-7000-8000-000000000101",
                     *           "kind": "arrived",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": false,
                     *           "receiver": null,
                     *           "recordDate": "2026-11-19",
                     *           "text": null,
                     *           "title": null,
                     *           "uploadId": "0197c1a0-0000-7000-8000-000000000101"
                     *         },
                     *         {
                     *           "action": "targets.set",
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-19T17:00:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "deliveryId": null,
                     *           "deliveryKind": null,
                     *           "id": "change:512",
                     *           "kind": "changed",
                     *           "productionCode": "PL2611",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "read": true,
                     *           "receiver": null,
                     *           "recordDate": null,
                     *           "text": null,
                     *           "title": null,
                     *           "uploadId": null
                     *         },
                     *         {
                     *           "action": null,
                     *           "alertId": null,
                     *           "alertKind": null,
                     *           "at": "2026-11-19T14:00:04+09:00",
                     *           "by": null,
                     *           "deliveryId": "0197c1a0-0000-7000-8000-000000000731",
                     *           "deliveryKind": "daily-plays",
                     *           "id": "delivery:0197c1a0-0000-7000-8000-000000000731",
                     *           "kind": "delivery_failed",
                     *           "productionCode": null,
                     *           "productionId": null,
                     *           "productionName": null,
                     *           "read": true,
                     *           "receiver": "매니저 메일",
                     *           "recordDate": null,
                     *           "text": null,
                     *           "title": "연극·뮤지컬 일일 보고",
                     *           "uploadId": null
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 4,
                     *       "unread": 2
                     *     }
                     */
                    "application/json": components["schemas"]["NoticesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The instant breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProductions: {
        parameters: {
            query?: {
                /** @description Only active ones, or only inactive ones. */
                active?: boolean;
                /** @description Only this category. */
                category?: "concert" | "musical" | "play";
                /** @description Direction. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Part of the code or the name. */
                q?: string;
                /** @description What to sort by. */
                sort?: "code" | "name" | "category" | "runStart" | "saleStart" | "createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": 780000000,
                     *           "category": "play",
                     *           "code": "PL2612",
                     *           "concertAt": null,
                     *           "createdAt": "2026-09-30T10:15:00+09:00",
                     *           "hasSlackWebhook": true,
                     *           "id": "0197c1a0-0000-7000-8000-000000000001",
                     *           "name": "두 번째 편지",
                     *           "previewEnd": "2026-11-22",
                     *           "runEnd": "2027-01-31",
                     *           "runStart": "2026-11-19",
                     *           "runningMinutes": 100,
                     *           "saleEnd": "2027-01-31",
                     *           "saleStart": "2026-10-05",
                     *           "seatInventory": null,
                     *           "seatsPerPerformance": 384,
                     *           "targetShare": 0.625,
                     *           "updatedAt": "2026-11-02T14:40:00+09:00",
                     *           "venue": "대학로 소극장 달빛"
                     *         },
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": null,
                     *           "category": "concert",
                     *           "code": "CO2613",
                     *           "concertAt": "2026-12-19T18:00:00+09:00",
                     *           "createdAt": "2026-10-01T11:00:00+09:00",
                     *           "hasSlackWebhook": false,
                     *           "id": "0197c1a0-0000-7000-8000-000000000002",
                     *           "name": "겨울 콘서트",
                     *           "previewEnd": null,
                     *           "runEnd": null,
                     *           "runStart": null,
                     *           "runningMinutes": null,
                     *           "saleEnd": null,
                     *           "saleStart": null,
                     *           "seatInventory": {
                     *             "r": 1260,
                     *             "s": 840,
                     *             "vip": 420
                     *           },
                     *           "seatsPerPerformance": null,
                     *           "targetShare": null,
                     *           "updatedAt": "2026-10-01T11:00:00+09:00",
                     *           "venue": null
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 2
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_ProductionView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProduction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "breakEvenKrw": 780000000,
                 *       "category": "play",
                 *       "code": "PL2612",
                 *       "name": "두 번째 편지",
                 *       "previewEnd": "2026-11-22",
                 *       "runEnd": "2027-01-31",
                 *       "runStart": "2026-11-19",
                 *       "runningMinutes": 100,
                 *       "saleEnd": "2027-01-31",
                 *       "saleStart": "2026-10-05",
                 *       "seatsPerPerformance": 384,
                 *       "targetShare": 0.625,
                 *       "venue": "대학로 소극장 달빛"
                 *     }
                 */
                "application/json": components["schemas"]["NewProduction"];
            };
        };
        responses: {
            /** @description Entered */
            201: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "breakEvenKrw": 780000000,
                     *       "category": "play",
                     *       "code": "PL2612",
                     *       "concertAt": null,
                     *       "createdAt": "2026-09-30T10:15:00+09:00",
                     *       "hasSlackWebhook": true,
                     *       "id": "0197c1a0-0000-7000-8000-000000000001",
                     *       "name": "두 번째 편지",
                     *       "previewEnd": "2026-11-22",
                     *       "runEnd": "2027-01-31",
                     *       "runStart": "2026-11-19",
                     *       "runningMinutes": 100,
                     *       "saleEnd": "2027-01-31",
                     *       "saleStart": "2026-10-05",
                     *       "seatInventory": null,
                     *       "seatsPerPerformance": 384,
                     *       "targetShare": 0.625,
                     *       "updatedAt": "2026-11-02T14:40:00+09:00",
                     *       "venue": "대학로 소극장 달빛"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductionView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Code or name is taken, or the first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "detail": "2 of the request's fields break a rule",
                     *       "errors": [
                     *         {
                     *           "code": "required",
                     *           "message": "something; it may not be left out",
                     *           "pointer": "/name"
                     *         },
                     *         {
                     *           "code": "before_start",
                     *           "message": "not before the beginning",
                     *           "pointer": "/saleEnd"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Invalid request",
                     *       "type": "/problems/invalid"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The production */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "breakEvenKrw": 780000000,
                     *       "category": "play",
                     *       "code": "PL2612",
                     *       "concertAt": null,
                     *       "createdAt": "2026-09-30T10:15:00+09:00",
                     *       "hasSlackWebhook": true,
                     *       "id": "0197c1a0-0000-7000-8000-000000000001",
                     *       "name": "두 번째 편지",
                     *       "previewEnd": "2026-11-22",
                     *       "runEnd": "2027-01-31",
                     *       "runStart": "2026-11-19",
                     *       "runningMinutes": 100,
                     *       "saleEnd": "2027-01-31",
                     *       "saleStart": "2026-10-05",
                     *       "seatInventory": null,
                     *       "seatsPerPerformance": 384,
                     *       "targetShare": 0.625,
                     *       "updatedAt": "2026-11-02T14:40:00+09:00",
                     *       "venue": "대학로 소극장 달빛"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductionView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "not-found",
                     *       "detail": "there is no such production",
                     *       "status": 404,
                     *       "title": "Not found",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProduction: {
        parameters: {
            query?: {
                /** @description Delete the production's uploads and their snapshots as well. */
                force?: boolean;
            };
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has snapshots */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "has-snapshots",
                     *       "detail": "the production has snapshots; force=true deletes them with it",
                     *       "status": 409,
                     *       "title": "The production has snapshots",
                     *       "type": "/problems/has-snapshots"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProduction: {
        parameters: {
            query?: {
                /** @description Lose targets and notes that the new sale period has no place for. */
                force?: boolean;
            };
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "previewEnd": null,
                 *       "saleEnd": "2027-02-07",
                 *       "targetShare": 0.65
                 *     }
                 */
                "application/json": components["schemas"]["ChangedProduction"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "breakEvenKrw": 780000000,
                     *       "category": "play",
                     *       "code": "PL2612",
                     *       "concertAt": null,
                     *       "createdAt": "2026-09-30T10:15:00+09:00",
                     *       "hasSlackWebhook": true,
                     *       "id": "0197c1a0-0000-7000-8000-000000000001",
                     *       "name": "두 번째 편지",
                     *       "previewEnd": null,
                     *       "runEnd": "2027-01-31",
                     *       "runStart": "2026-11-19",
                     *       "runningMinutes": 100,
                     *       "saleEnd": "2027-02-07",
                     *       "saleStart": "2026-10-05",
                     *       "seatInventory": null,
                     *       "seatsPerPerformance": 384,
                     *       "targetShare": 0.65,
                     *       "updatedAt": "2026-11-02T14:40:00+09:00",
                     *       "venue": "대학로 소극장 달빛"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductionView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Taken, fixed, or something would be lost */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "would-lose",
                     *       "detail": "the sale period would lose 2 targets and the notes of 1 weeks",
                     *       "status": 409,
                     *       "title": "Targets or notes would be lost",
                     *       "type": "/problems/would-lose",
                     *       "wouldLose": {
                     *         "targets": [
                     *           {
                     *             "date": "2027-01-30",
                     *             "targetKrw": 33600000
                     *           },
                     *           {
                     *             "date": "2027-01-31",
                     *             "targetKrw": 35700000
                     *           }
                     *         ],
                     *         "weeks": [
                     *           "2027-01-25"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "outdated",
                     *       "detail": "somebody changed this meanwhile",
                     *       "present": {
                     *         "active": true,
                     *         "breakEvenKrw": 780000000,
                     *         "category": "play",
                     *         "code": "PL2612",
                     *         "concertAt": null,
                     *         "createdAt": "2026-09-30T10:15:00+09:00",
                     *         "hasSlackWebhook": true,
                     *         "id": "0197c1a0-0000-7000-8000-000000000001",
                     *         "name": "두 번째 편지",
                     *         "previewEnd": "2026-11-22",
                     *         "runEnd": "2027-01-31",
                     *         "runStart": "2026-11-19",
                     *         "runningMinutes": 100,
                     *         "saleEnd": "2027-01-31",
                     *         "saleStart": "2026-10-05",
                     *         "seatInventory": null,
                     *         "seatsPerPerformance": 384,
                     *         "targetShare": 0.625,
                     *         "updatedAt": "2026-11-02T14:40:00+09:00",
                     *         "venue": "대학로 소극장 달빛"
                     *       },
                     *       "status": 412,
                     *       "title": "Somebody changed this meanwhile",
                     *       "type": "/problems/outdated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlertMutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds that are muted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mutes": [
                     *         {
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "kind": "unusual_day",
                     *           "until": "2026-11-27T09:00:00+09:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AlertMutesView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAlertMutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mutes": [
                 *         {
                 *           "kind": "unusual_day",
                 *           "until": "2026-11-27T09:00:00+09:00"
                 *         },
                 *         {
                 *           "kind": "low_performance",
                 *           "until": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewAlertMutes"];
            };
        };
        responses: {
            /** @description The kinds that are muted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mutes": [
                     *         {
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000401",
                     *             "name": "master"
                     *           },
                     *           "kind": "unusual_day",
                     *           "until": "2026-11-27T09:00:00+09:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AlertMutesView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A kind is named twice, or an instant breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMarketingWeeks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The weeks */
            200: {
                headers: {
                    /** @description The state of all weeks, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "weeks": [
                     *         {
                     *           "other": null,
                     *           "promotion": "지하철 광고",
                     *           "salesMarketing": "평일 마티네 할인",
                     *           "weekEnd": "2026-11-22",
                     *           "weekNumber": 7,
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MarketingWeeksView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMarketingWeeks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "weeks": [
                 *         {
                 *           "other": null,
                 *           "promotion": "지하철 광고",
                 *           "salesMarketing": "평일 마티네 할인",
                 *           "weekStart": "2026-11-16"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewMarketingWeeks"];
            };
        };
        responses: {
            /** @description All weeks */
            200: {
                headers: {
                    /** @description The state of all weeks, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "weeks": [
                     *         {
                     *           "other": null,
                     *           "promotion": "지하철 광고",
                     *           "salesMarketing": "평일 마티네 할인",
                     *           "weekEnd": "2026-11-22",
                     *           "weekNumber": 7,
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MarketingWeeksView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A week breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMarketingWeeksHistory: {
        parameters: {
            query?: {
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
            };
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-18T11:30:00+09:00",
                     *           "by": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000407",
                     *             "name": "하우스 매니저"
                     *           },
                     *           "changes": [
                     *             {
                     *               "after": {
                     *                 "other": null,
                     *                 "promotion": "지하철 광고",
                     *                 "salesMarketing": "평일 마티네 할인"
                     *               },
                     *               "before": {
                     *                 "other": null,
                     *                 "promotion": null,
                     *                 "salesMarketing": "평일 마티네 할인"
                     *               },
                     *               "weekStart": "2026-11-16"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_HistoryEntryView_WeekChangeView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTargets: {
        parameters: {
            query?: {
                /** @description First day; default: all. */
                from?: Day;
                /** @description Last day; default: all. */
                to?: Day;
            };
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The targets */
            200: {
                headers: {
                    /** @description The state of all targets, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "targets": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "date": "2026-11-20",
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "totalKrw": 59760000,
                     *       "weeks": [
                     *         {
                     *           "targetKrw": 59760000,
                     *           "weekEnd": "2026-11-22",
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TargetsView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTargets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "targets": [
                 *         {
                 *           "date": "2026-11-19",
                 *           "targetKrw": 28560000
                 *         },
                 *         {
                 *           "date": "2026-11-20",
                 *           "targetKrw": 31200000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTargets"];
            };
        };
        responses: {
            /** @description All targets */
            200: {
                headers: {
                    /** @description The state of all targets, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "targets": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "date": "2026-11-20",
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "totalKrw": 59760000,
                     *       "weeks": [
                     *         {
                     *           "targetKrw": 59760000,
                     *           "weekEnd": "2026-11-22",
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TargetsView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A target breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copyTargets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "factor": 1.05,
                 *       "fromProductionId": "0197c1a0-0000-7000-8000-000000000002"
                 *     }
                 */
                "application/json": components["schemas"]["NewTargetCopy"];
            };
        };
        responses: {
            /** @description All targets */
            200: {
                headers: {
                    /** @description The state of all targets, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "targets": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "date": "2026-11-20",
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "totalKrw": 59760000,
                     *       "weeks": [
                     *         {
                     *           "targetKrw": 59760000,
                     *           "weekEnd": "2026-11-22",
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TargetsView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    distributeTargets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dryRun": true,
                 *       "from": "2026-11-19",
                 *       "method": "weekday",
                 *       "to": "2026-11-20",
                 *       "totalKrw": 59760000,
                 *       "weekdayWeights": [
                 *         1,
                 *         1,
                 *         1,
                 *         1.19,
                 *         1.3,
                 *         1.8,
                 *         1.5
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDistribution"];
            };
        };
        responses: {
            /** @description All targets */
            200: {
                headers: {
                    /** @description The state of all targets, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "targets": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "date": "2026-11-20",
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "totalKrw": 59760000,
                     *       "weeks": [
                     *         {
                     *           "targetKrw": 59760000,
                     *           "weekEnd": "2026-11-22",
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TargetsView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTargets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TargetListForm"];
            };
        };
        responses: {
            /** @description All targets */
            200: {
                headers: {
                    /** @description The state of all targets, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "targets": [
                     *         {
                     *           "date": "2026-11-19",
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "date": "2026-11-20",
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "totalKrw": 59760000,
                     *       "weeks": [
                     *         {
                     *           "targetKrw": 59760000,
                     *           "weekEnd": "2026-11-22",
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TargetsView"];
                };
            };
            /** @description The multipart body is broken */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing more of the body came for 30 seconds, or it was not there within 10 minutes */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A file is over the limit (20 MB) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not multipart, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part or a row breaks a rule: `/rows/7/date`; or the file is no list */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkbookTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the production */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    /** @description `attachment`, with its name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["TemplateBytes"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The production has no sale period */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProductions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProductionListForm"];
            };
        };
        responses: {
            /** @description The outcome of a dry run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "entered": [],
                     *       "rows": [
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": 780000000,
                     *           "category": "play",
                     *           "code": "PL2612",
                     *           "concertAt": null,
                     *           "errors": [
                     *             {
                     *               "code": "before_start",
                     *               "message": "not before the beginning",
                     *               "pointer": "/saleEnd"
                     *             }
                     *           ],
                     *           "name": "두 번째 편지",
                     *           "previewEnd": "2026-11-22",
                     *           "row": 2,
                     *           "runEnd": "2027-01-31",
                     *           "runStart": "2026-11-19",
                     *           "runningMinutes": 100,
                     *           "saleEnd": "2027-01-31",
                     *           "saleStart": "2026-10-05",
                     *           "seatInventory": null,
                     *           "seatsPerPerformance": 384,
                     *           "targetShare": 0.625,
                     *           "venue": "대학로 소극장 달빛"
                     *         },
                     *         {
                     *           "active": null,
                     *           "breakEvenKrw": null,
                     *           "category": null,
                     *           "code": null,
                     *           "concertAt": null,
                     *           "errors": [
                     *             {
                     *               "code": "malformed",
                     *               "message": "1 to 32 letters A-Z, digits, - and .",
                     *               "pointer": "/code"
                     *             }
                     *           ],
                     *           "name": null,
                     *           "previewEnd": null,
                     *           "row": 3,
                     *           "runEnd": null,
                     *           "runStart": null,
                     *           "runningMinutes": null,
                     *           "saleEnd": null,
                     *           "saleStart": null,
                     *           "seatInventory": null,
                     *           "seatsPerPerformance": null,
                     *           "targetShare": null,
                     *           "venue": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProductionImportView"];
                };
            };
            /** @description All entered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": false,
                     *       "entered": [
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": 780000000,
                     *           "category": "play",
                     *           "code": "PL2612",
                     *           "concertAt": null,
                     *           "createdAt": "2026-09-30T10:15:00+09:00",
                     *           "hasSlackWebhook": true,
                     *           "id": "0197c1a0-0000-7000-8000-000000000001",
                     *           "name": "두 번째 편지",
                     *           "previewEnd": "2026-11-22",
                     *           "runEnd": "2027-01-31",
                     *           "runStart": "2026-11-19",
                     *           "runningMinutes": 100,
                     *           "saleEnd": "2027-01-31",
                     *           "saleStart": "2026-10-05",
                     *           "seatInventory": null,
                     *           "seatsPerPerformance": 384,
                     *           "targetShare": 0.625,
                     *           "updatedAt": "2026-11-02T14:40:00+09:00",
                     *           "venue": "대학로 소극장 달빛"
                     *         },
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": null,
                     *           "category": "concert",
                     *           "code": "CO2613",
                     *           "concertAt": "2026-12-19T18:00:00+09:00",
                     *           "createdAt": "2026-10-01T11:00:00+09:00",
                     *           "hasSlackWebhook": false,
                     *           "id": "0197c1a0-0000-7000-8000-000000000002",
                     *           "name": "겨울 콘서트",
                     *           "previewEnd": null,
                     *           "runEnd": null,
                     *           "runStart": null,
                     *           "runningMinutes": null,
                     *           "saleEnd": null,
                     *           "saleStart": null,
                     *           "seatInventory": {
                     *             "r": 1260,
                     *             "s": 840,
                     *             "vip": 420
                     *           },
                     *           "seatsPerPerformance": null,
                     *           "targetShare": null,
                     *           "updatedAt": "2026-10-01T11:00:00+09:00",
                     *           "venue": null
                     *         }
                     *       ],
                     *       "rows": [
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": 780000000,
                     *           "category": "play",
                     *           "code": "PL2612",
                     *           "concertAt": null,
                     *           "errors": [],
                     *           "name": "두 번째 편지",
                     *           "previewEnd": "2026-11-22",
                     *           "row": 2,
                     *           "runEnd": "2027-01-31",
                     *           "runStart": "2026-11-19",
                     *           "runningMinutes": 100,
                     *           "saleEnd": "2027-01-31",
                     *           "saleStart": "2026-10-05",
                     *           "seatInventory": null,
                     *           "seatsPerPerformance": 384,
                     *           "targetShare": 0.625,
                     *           "venue": "대학로 소극장 달빛"
                     *         },
                     *         {
                     *           "active": true,
                     *           "breakEvenKrw": null,
                     *           "category": "concert",
                     *           "code": "CO2613",
                     *           "concertAt": "2026-12-19T18:00:00+09:00",
                     *           "errors": [],
                     *           "name": "겨울 콘서트",
                     *           "previewEnd": null,
                     *           "row": 3,
                     *           "runEnd": null,
                     *           "runStart": null,
                     *           "runningMinutes": null,
                     *           "saleEnd": null,
                     *           "saleStart": null,
                     *           "seatInventory": {
                     *             "r": 1260,
                     *             "s": 840,
                     *             "vip": 420
                     *           },
                     *           "seatsPerPerformance": null,
                     *           "targetShare": null,
                     *           "venue": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProductionImportView"];
                };
            };
            /** @description The multipart body is broken */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing more of the body came for 30 seconds, or it was not there within 10 minutes */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A code or name was taken meanwhile, or the first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A file is over the limit (20 MB) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not multipart, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part or a row breaks a rule: `/rows/7/saleStart`; or the file is no list */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "invalid",
                     *       "detail": "2 of the request's fields break a rule",
                     *       "errors": [
                     *         {
                     *           "code": "before_start",
                     *           "message": "not before the beginning",
                     *           "pointer": "/rows/2/saleEnd"
                     *         },
                     *         {
                     *           "code": "malformed",
                     *           "message": "1 to 32 letters A-Z, digits, - and .",
                     *           "pointer": "/rows/3/code"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "Invalid request",
                     *       "type": "/problems/invalid"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "choices": [
                     *         {
                     *           "title": {
                     *             "en": "Concert",
                     *             "ko": "콘서트"
                     *           },
                     *           "word": "concert"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Play",
                     *             "ko": "연극"
                     *           },
                     *           "word": "play"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Musical",
                     *             "ko": "뮤지컬"
                     *           },
                     *           "word": "musical"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "This week",
                     *             "ko": "이번 주"
                     *           },
                     *           "word": "this"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Next week",
                     *             "ko": "다음 주"
                     *           },
                     *           "word": "next"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Booked",
                     *             "ko": "예매"
                     *           },
                     *           "word": "booked"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Deposited",
                     *             "ko": "입금"
                     *           },
                     *           "word": "deposited"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Before sale",
                     *             "ko": "판매 전"
                     *           },
                     *           "word": "before_sale"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "On sale",
                     *             "ko": "판매 중"
                     *           },
                     *           "word": "on_sale"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Running",
                     *             "ko": "공연 중"
                     *           },
                     *           "word": "running"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Over",
                     *             "ko": "종료"
                     *           },
                     *           "word": "over"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No snapshot",
                     *             "ko": "자료 없음"
                     *           },
                     *           "word": "no_snapshot"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "None played yet",
                     *             "ko": "공연한 회차 없음"
                     *           },
                     *           "word": "no_played_performance"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No break-even set",
                     *             "ko": "손익분기점 미입력"
                     *           },
                     *           "word": "no_break_even"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No sale day",
                     *             "ko": "판매일 없음"
                     *           },
                     *           "word": "no_sale_day"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No sale days",
                     *             "ko": "판매일 자료 없음"
                     *           },
                     *           "word": "no_sale_days"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No sale end set",
                     *             "ko": "판매 종료일 미입력"
                     *           },
                     *           "word": "no_sale_end"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "No seats entered",
                     *             "ko": "좌석 수 미입력"
                     *           },
                     *           "word": "no_capacity"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Not on sale yet",
                     *             "ko": "판매 전"
                     *           },
                     *           "word": "not_on_sale"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "The run is over",
                     *             "ko": "공연 종료"
                     *           },
                     *           "word": "run_over"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Old data",
                     *             "ko": "오래된 자료"
                     *           },
                     *           "word": "stale"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Too few days",
                     *             "ko": "자료 일수 부족"
                     *           },
                     *           "word": "too_few_days"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Prices unknown",
                     *             "ko": "가격을 모름"
                     *           },
                     *           "word": "no_price"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Theatres in general",
                     *             "ko": "극장 일반"
                     *           },
                     *           "word": "prior"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Its own sales",
                     *             "ko": "이 공연의 판매"
                     *           },
                     *           "word": "own"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "The company's past",
                     *             "ko": "우리 회사의 지난 공연"
                     *           },
                     *           "word": "company"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Mon–Thu evening",
                     *             "ko": "월–목 저녁"
                     *           },
                     *           "word": "weekday_evening"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Weekday matinee",
                     *             "ko": "평일 낮"
                     *           },
                     *           "word": "weekday_matinee"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Friday or eve",
                     *             "ko": "금요일·공휴일 전날"
                     *           },
                     *           "word": "eve"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Saturday",
                     *             "ko": "토요일"
                     *           },
                     *           "word": "saturday"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Sunday or holiday",
                     *             "ko": "일요일·공휴일"
                     *           },
                     *           "word": "sunday_or_holiday"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Preview",
                     *             "ko": "프리뷰"
                     *           },
                     *           "word": "preview"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Same category",
                     *             "ko": "같은 카테고리"
                     *           },
                     *           "word": "category"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "All",
                     *             "ko": "전체"
                     *           },
                     *           "word": "all"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Too few shows",
                     *             "ko": "회차 부족"
                     *           },
                     *           "word": "too_few_shows"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "One class of shows only",
                     *             "ko": "한 종류의 회차뿐"
                     *           },
                     *           "word": "one_class"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Mostly sold out",
                     *             "ko": "매진이 많음"
                     *           },
                     *           "word": "sold_out"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Not clear",
                     *             "ko": "뚜렷하지 않음"
                     *           },
                     *           "word": "not_clear"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Confounded",
                     *             "ko": "다른 요인과 겹침"
                     *           },
                     *           "word": "confounded"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Too long",
                     *             "ko": "너무 긺"
                     *           },
                     *           "word": "too_long"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Days unknown",
                     *             "ko": "앞뒤 자료 부족"
                     *           },
                     *           "word": "unknown_days"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Too few windows",
                     *             "ko": "비교할 기간 부족"
                     *           },
                     *           "word": "too_few_windows"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Seats of performances",
                     *             "ko": "회차 좌석"
                     *           },
                     *           "word": "performance_seats"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Seats of runs",
                     *             "ko": "전체 좌석"
                     *           },
                     *           "word": "run_seats"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Revenue of runs",
                     *             "ko": "전체 매출"
                     *           },
                     *           "word": "run_revenue"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Day",
                     *             "ko": "일"
                     *           },
                     *           "word": "day"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Week",
                     *             "ko": "주"
                     *           },
                     *           "word": "week"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Month",
                     *             "ko": "월"
                     *           },
                     *           "word": "month"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "JSON",
                     *             "ko": "JSON"
                     *           },
                     *           "word": "json"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "CSV",
                     *             "ko": "CSV"
                     *           },
                     *           "word": "csv"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Excel (xlsx)",
                     *             "ko": "엑셀(xlsx)"
                     *           },
                     *           "word": "xlsx"
                     *         }
                     *       ],
                     *       "grades": [
                     *         {
                     *           "title": {
                     *             "en": "VIP",
                     *             "ko": "VIP석"
                     *           },
                     *           "word": "vip"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "R",
                     *             "ko": "R석"
                     *           },
                     *           "word": "r"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "S",
                     *             "ko": "S석"
                     *           },
                     *           "word": "s"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "A",
                     *             "ko": "A석"
                     *           },
                     *           "word": "a"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "B",
                     *             "ko": "B석"
                     *           },
                     *           "word": "b"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "R restricted view",
                     *             "ko": "R석 시야제한"
                     *           },
                     *           "word": "bad_r"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "S restricted view",
                     *             "ko": "S석 시야제한"
                     *           },
                     *           "word": "bad_s"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "A restricted view",
                     *             "ko": "A석 시야제한"
                     *           },
                     *           "word": "bad_a"
                     *         },
                     *         {
                     *           "title": {
                     *             "en": "Accessible",
                     *             "ko": "휠체어석"
                     *           },
                     *           "word": "accessible"
                     *         }
                     *       ],
                     *       "reports": [
                     *         {
                     *           "categories": [
                     *             "musical",
                     *             "play"
                     *           ],
                     *           "description": {
                     *             "en": "Revenue against target, in total and of the record date.",
                     *             "ko": "누적 매출과 기준일 매출을 목표와 비교합니다."
                     *           },
                     *           "name": "plays/revenue",
                     *           "parameters": [
                     *             {
                     *               "choices": [],
                     *               "default": null,
                     *               "kind": "day",
                     *               "maximum": "2100-12-31",
                     *               "minimum": "2000-01-01",
                     *               "name": "asOf",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "As of",
                     *                 "ko": "조회 기준일"
                     *               }
                     *             },
                     *             {
                     *               "choices": [],
                     *               "default": null,
                     *               "kind": "id",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "productionId",
                     *               "repeatable": true,
                     *               "title": {
                     *                 "en": "Production",
                     *                 "ko": "공연"
                     *               }
                     *             },
                     *             {
                     *               "choices": [],
                     *               "default": false,
                     *               "kind": "flag",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "includeInactive",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Include inactive",
                     *                 "ko": "종료된 공연 포함"
                     *               }
                     *             },
                     *             {
                     *               "choices": [
                     *                 "json",
                     *                 "csv",
                     *                 "xlsx"
                     *               ],
                     *               "default": "json",
                     *               "kind": "word",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "format",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Format",
                     *                 "ko": "형식"
                     *               }
                     *             },
                     *             {
                     *               "choices": [
                     *                 "items",
                     *                 "categories",
                     *                 "overall"
                     *               ],
                     *               "default": "items",
                     *               "kind": "word",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "table",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Table",
                     *                 "ko": "표"
                     *               }
                     *             }
                     *           ],
                     *           "path": "/api/v1/reports/plays/revenue",
                     *           "tables": [
                     *             {
                     *               "columns": [
                     *                 {
                     *                   "field": "asOf",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "As of",
                     *                     "ko": "조회 기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "productionCode",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production code",
                     *                     "ko": "공연 코드"
                     *                   },
                     *                   "unit": "text"
                     *                 },
                     *                 {
                     *                   "field": "productionName",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production",
                     *                     "ko": "공연"
                     *                   },
                     *                   "unit": "text"
                     *                 },
                     *                 {
                     *                   "field": "category",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Category",
                     *                     "ko": "카테고리"
                     *                   },
                     *                   "unit": "word"
                     *                 },
                     *                 {
                     *                   "field": "recordDate",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record date",
                     *                     "ko": "기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "productionId",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production ID",
                     *                     "ko": "공연 ID"
                     *                   },
                     *                   "unit": "id"
                     *                 },
                     *                 {
                     *                   "field": "totalRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales from the first sale day to the record date",
                     *                     "ko": "판매 시작부터 기준일까지의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total revenue",
                     *                     "ko": "누적 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalTargetKrw",
                     *                   "formula": {
                     *                     "en": "The daily targets of the whole sale period",
                     *                     "ko": "판매 기간 전체의 일별 목표 합계"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total target",
                     *                     "ko": "총목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalRatio",
                     *                   "formula": {
                     *                     "en": "Total revenue ÷ total target",
                     *                     "ko": "누적 매출 ÷ 총목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total attainment",
                     *                     "ko": "총달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales of the record date alone",
                     *                     "ko": "기준일 하루의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date revenue",
                     *                     "ko": "기준일 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateTargetKrw",
                     *                   "formula": {
                     *                     "en": "Target of the record date alone",
                     *                     "ko": "기준일 하루의 목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date target",
                     *                     "ko": "기준일 목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRatio",
                     *                   "formula": {
                     *                     "en": "Record-date revenue ÷ record-date target",
                     *                     "ko": "기준일 매출 ÷ 기준일 목표"
                     *                   },
                     *                   "sense": "attainment",
                     *                   "title": {
                     *                     "en": "Record-date attainment",
                     *                     "ko": "기준일 달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 }
                     *               ],
                     *               "furtherRow": null,
                     *               "name": "items",
                     *               "rows": [
                     *                 "items"
                     *               ],
                     *               "title": {
                     *                 "en": "Revenue",
                     *                 "ko": "매출 달성"
                     *               }
                     *             },
                     *             {
                     *               "columns": [
                     *                 {
                     *                   "field": "asOf",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "As of",
                     *                     "ko": "조회 기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "category",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Category",
                     *                     "ko": "카테고리"
                     *                   },
                     *                   "unit": "word"
                     *                 },
                     *                 {
                     *                   "field": "totalRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales from the first sale day to the record date",
                     *                     "ko": "판매 시작부터 기준일까지의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total revenue",
                     *                     "ko": "누적 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalTargetKrw",
                     *                   "formula": {
                     *                     "en": "The daily targets of the whole sale period",
                     *                     "ko": "판매 기간 전체의 일별 목표 합계"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total target",
                     *                     "ko": "총목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalRatio",
                     *                   "formula": {
                     *                     "en": "Total revenue ÷ total target",
                     *                     "ko": "누적 매출 ÷ 총목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total attainment",
                     *                     "ko": "총달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales of the record date alone",
                     *                     "ko": "기준일 하루의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date revenue",
                     *                     "ko": "기준일 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateTargetKrw",
                     *                   "formula": {
                     *                     "en": "Target of the record date alone",
                     *                     "ko": "기준일 하루의 목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date target",
                     *                     "ko": "기준일 목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRatio",
                     *                   "formula": {
                     *                     "en": "Record-date revenue ÷ record-date target",
                     *                     "ko": "기준일 매출 ÷ 기준일 목표"
                     *                   },
                     *                   "sense": "attainment",
                     *                   "title": {
                     *                     "en": "Record-date attainment",
                     *                     "ko": "기준일 달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 }
                     *               ],
                     *               "furtherRow": null,
                     *               "name": "categories",
                     *               "rows": [
                     *                 "categories"
                     *               ],
                     *               "title": {
                     *                 "en": "Category",
                     *                 "ko": "카테고리"
                     *               }
                     *             },
                     *             {
                     *               "columns": [
                     *                 {
                     *                   "field": "asOf",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "As of",
                     *                     "ko": "조회 기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "totalRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales from the first sale day to the record date",
                     *                     "ko": "판매 시작부터 기준일까지의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total revenue",
                     *                     "ko": "누적 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalTargetKrw",
                     *                   "formula": {
                     *                     "en": "The daily targets of the whole sale period",
                     *                     "ko": "판매 기간 전체의 일별 목표 합계"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total target",
                     *                     "ko": "총목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "totalRatio",
                     *                   "formula": {
                     *                     "en": "Total revenue ÷ total target",
                     *                     "ko": "누적 매출 ÷ 총목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Total attainment",
                     *                     "ko": "총달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRevenueKrw",
                     *                   "formula": {
                     *                     "en": "Sales of the record date alone",
                     *                     "ko": "기준일 하루의 매출"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date revenue",
                     *                     "ko": "기준일 매출"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateTargetKrw",
                     *                   "formula": {
                     *                     "en": "Target of the record date alone",
                     *                     "ko": "기준일 하루의 목표"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record-date target",
                     *                     "ko": "기준일 목표"
                     *                   },
                     *                   "unit": "krw"
                     *                 },
                     *                 {
                     *                   "field": "recordDateRatio",
                     *                   "formula": {
                     *                     "en": "Record-date revenue ÷ record-date target",
                     *                     "ko": "기준일 매출 ÷ 기준일 목표"
                     *                   },
                     *                   "sense": "attainment",
                     *                   "title": {
                     *                     "en": "Record-date attainment",
                     *                     "ko": "기준일 달성률"
                     *                   },
                     *                   "unit": "ratio"
                     *                 }
                     *               ],
                     *               "furtherRow": null,
                     *               "name": "overall",
                     *               "rows": [
                     *                 "overall"
                     *               ],
                     *               "title": {
                     *                 "en": "Overall",
                     *                 "ko": "전체"
                     *               }
                     *             }
                     *           ],
                     *           "title": {
                     *             "en": "Revenue",
                     *             "ko": "매출 달성"
                     *           }
                     *         },
                     *         {
                     *           "categories": [
                     *             "concert"
                     *           ],
                     *           "description": {
                     *             "en": "What is sold, left, and to be expected by the pace so far, by seat grade.",
                     *             "ko": "등급별 판매 좌석, 잔여석, 지금 속도로 예상되는 판매입니다."
                     *           },
                     *           "name": "concerts/break-even",
                     *           "parameters": [
                     *             {
                     *               "choices": [],
                     *               "default": null,
                     *               "kind": "day",
                     *               "maximum": "2100-12-31",
                     *               "minimum": "2000-01-01",
                     *               "name": "asOf",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "As of",
                     *                 "ko": "조회 기준일"
                     *               }
                     *             },
                     *             {
                     *               "choices": [],
                     *               "default": null,
                     *               "kind": "id",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "productionId",
                     *               "repeatable": true,
                     *               "title": {
                     *                 "en": "Production",
                     *                 "ko": "공연"
                     *               }
                     *             },
                     *             {
                     *               "choices": [],
                     *               "default": false,
                     *               "kind": "flag",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "includeInactive",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Include inactive",
                     *                 "ko": "종료된 공연 포함"
                     *               }
                     *             },
                     *             {
                     *               "choices": [
                     *                 "json",
                     *                 "csv",
                     *                 "xlsx"
                     *               ],
                     *               "default": "json",
                     *               "kind": "word",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "format",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Format",
                     *                 "ko": "형식"
                     *               }
                     *             },
                     *             {
                     *               "choices": [
                     *                 "items"
                     *               ],
                     *               "default": "items",
                     *               "kind": "word",
                     *               "maximum": null,
                     *               "minimum": null,
                     *               "name": "table",
                     *               "repeatable": false,
                     *               "title": {
                     *                 "en": "Table",
                     *                 "ko": "표"
                     *               }
                     *             }
                     *           ],
                     *           "path": "/api/v1/reports/concerts/break-even",
                     *           "tables": [
                     *             {
                     *               "columns": [
                     *                 {
                     *                   "field": "asOf",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "As of",
                     *                     "ko": "조회 기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "productionCode",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production code",
                     *                     "ko": "공연 코드"
                     *                   },
                     *                   "unit": "text"
                     *                 },
                     *                 {
                     *                   "field": "productionName",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production",
                     *                     "ko": "공연"
                     *                   },
                     *                   "unit": "text"
                     *                 },
                     *                 {
                     *                   "field": "category",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Category",
                     *                     "ko": "카테고리"
                     *                   },
                     *                   "unit": "word"
                     *                 },
                     *                 {
                     *                   "field": "recordDate",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Record date",
                     *                     "ko": "기준일"
                     *                   },
                     *                   "unit": "day"
                     *                 },
                     *                 {
                     *                   "field": "productionId",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Production ID",
                     *                     "ko": "공연 ID"
                     *                   },
                     *                   "unit": "id"
                     *                 },
                     *                 {
                     *                   "field": "performances",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Performances",
                     *                     "ko": "회차 수"
                     *                   },
                     *                   "unit": "count"
                     *                 },
                     *                 {
                     *                   "field": "elapsedDays",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Days on sale",
                     *                     "ko": "판매 경과일"
                     *                   },
                     *                   "unit": "count"
                     *                 },
                     *                 {
                     *                   "field": "daysToSaleEnd",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Days to sale end",
                     *                     "ko": "판매 남은 날"
                     *                   },
                     *                   "unit": "count"
                     *                 },
                     *                 {
                     *                   "field": "targetShare",
                     *                   "formula": {
                     *                     "en": "The target share entered with the production.",
                     *                     "ko": "공연 정보에 입력한 목표 점유율입니다."
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Target share",
                     *                     "ko": "목표 점유율"
                     *                   },
                     *                   "unit": "ratio"
                     *                 },
                     *                 {
                     *                   "field": "grade",
                     *                   "formula": null,
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Grade",
                     *                     "ko": "등급"
                     *                   },
                     *                   "unit": "grade"
                     *                 },
                     *                 {
                     *                   "field": "seats",
                     *                   "formula": {
                     *                     "en": "Paid seats sold; in tables by grade all seats of the grade",
                     *                     "ko": "판매한 유료 좌석. 등급별 표에서는 등급의 전체 좌석입니다."
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Seats",
                     *                     "ko": "좌석"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "soldSeats",
                     *                   "formula": {
                     *                     "en": "Seats sold",
                     *                     "ko": "팔린 좌석"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Sold seats",
                     *                     "ko": "판매 좌석"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "remainingSeats",
                     *                   "formula": {
                     *                     "en": "Seats on sale − paid − complimentary",
                     *                     "ko": "판매 가능 좌석 − 유료 좌석 − 초대 좌석"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Remaining seats",
                     *                     "ko": "잔여석"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "expectedAdditionalSeats",
                     *                   "formula": {
                     *                     "en": "Sold seats ÷ days on sale × days to the end of sale",
                     *                     "ko": "판매 좌석 ÷ 판매 경과일 × 판매 남은 날"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Expected additional",
                     *                     "ko": "예상 추가 판매"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "expectedRemainingSeats",
                     *                   "formula": {
                     *                     "en": "Remaining − expected additional, not below 0",
                     *                     "ko": "잔여석 − 예상 추가 판매. 0보다 작아지지 않습니다."
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Expected remaining",
                     *                     "ko": "예상 잔여석"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "breakEvenSeats",
                     *                   "formula": {
                     *                     "en": "Target share × seats",
                     *                     "ko": "목표 점유율 × 좌석"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Break-even seats",
                     *                     "ko": "손익분기 좌석"
                     *                   },
                     *                   "unit": "seats"
                     *                 },
                     *                 {
                     *                   "field": "expectedSalesRatio",
                     *                   "formula": {
                     *                     "en": "1 − expected remaining ÷ seats",
                     *                     "ko": "1 − 예상 잔여석 ÷ 좌석"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Expected sales ratio",
                     *                     "ko": "예상 판매율"
                     *                   },
                     *                   "unit": "ratio"
                     *                 },
                     *                 {
                     *                   "field": "expectedRemainingRatio",
                     *                   "formula": {
                     *                     "en": "Expected remaining ÷ seats",
                     *                     "ko": "예상 잔여석 ÷ 좌석"
                     *                   },
                     *                   "sense": "plain",
                     *                   "title": {
                     *                     "en": "Expected remaining ratio",
                     *                     "ko": "예상 잔여율"
                     *                   },
                     *                   "unit": "ratio"
                     *                 }
                     *               ],
                     *               "furtherRow": "total",
                     *               "name": "items",
                     *               "rows": [
                     *                 "items",
                     *                 "grades"
                     *               ],
                     *               "title": {
                     *                 "en": "Break-even",
                     *                 "ko": "손익분기"
                     *               }
                     *             }
                     *           ],
                     *           "title": {
                     *             "en": "Break-even",
                     *             "ko": "손익분기"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueView"];
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCastEffects: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-19",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "effects": [
                     *             {
                     *               "cannotTell": null,
                     *               "castColumn": 1,
                     *               "effectKrw": 1860000,
                     *               "effectRatio": 0.1214,
                     *               "effectSeats": 31,
                     *               "highRatio": 0.2076,
                     *               "lowRatio": 0.0413,
                     *               "person": "김하나",
                     *               "shows": 21
                     *             },
                     *             {
                     *               "cannotTell": null,
                     *               "castColumn": 1,
                     *               "effectKrw": -1680000,
                     *               "effectRatio": -0.1083,
                     *               "effectSeats": -28,
                     *               "highRatio": -0.0397,
                     *               "lowRatio": -0.1717,
                     *               "person": "이두리",
                     *               "shows": 20
                     *             },
                     *             {
                     *               "cannotTell": "too_few_shows",
                     *               "castColumn": 2,
                     *               "effectKrw": 240000,
                     *               "effectRatio": 0.0141,
                     *               "effectSeats": 4,
                     *               "highRatio": 0.1205,
                     *               "lowRatio": -0.0822,
                     *               "person": "박세나",
                     *               "shows": 3
                     *             }
                     *           ],
                     *           "origin": "2026-11-18",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-18",
                     *           "shows": 41
                     *         }
                     *       ],
                     *       "report": "cast-effects"
                     *     }
                     */
                    "application/json": components["schemas"]["CastEffectsReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsBreakEven: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "daysToSaleEnd": 30,
                     *           "elapsedDays": 45,
                     *           "grades": [
                     *             {
                     *               "breakEvenSeats": 294,
                     *               "expectedAdditionalSeats": 168,
                     *               "expectedRemainingRatio": 0,
                     *               "expectedRemainingSeats": 0,
                     *               "expectedSalesRatio": 1,
                     *               "grade": "vip",
                     *               "remainingSeats": 168,
                     *               "seats": 420,
                     *               "soldSeats": 252
                     *             }
                     *           ],
                     *           "performances": 1,
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "recordDate": "2026-11-19",
                     *           "targetShare": 0.7,
                     *           "total": {
                     *             "breakEvenSeats": 294,
                     *             "expectedAdditionalSeats": 168,
                     *             "expectedRemainingRatio": 0,
                     *             "expectedRemainingSeats": 0,
                     *             "expectedSalesRatio": 1,
                     *             "grade": "total",
                     *             "remainingSeats": 168,
                     *             "seats": 420,
                     *             "soldSeats": 252
                     *           }
                     *         }
                     *       ],
                     *       "report": "concerts/break-even"
                     *     }
                     */
                    "application/json": components["schemas"]["BreakEvenReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsDaily: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "days": [
                     *             {
                     *               "complimentarySeats": 0,
                     *               "day": "2026-11-18",
                     *               "month": "2026-11",
                     *               "revenueKrw": 30800000,
                     *               "seats": 280,
                     *               "weekStart": "2026-11-16"
                     *             },
                     *             {
                     *               "complimentarySeats": 24,
                     *               "day": "2026-11-19",
                     *               "month": "2026-11",
                     *               "revenueKrw": 38500000,
                     *               "seats": 350,
                     *               "weekStart": "2026-11-16"
                     *             }
                     *           ],
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "concerts/daily"
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertDailyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsMarketingWeek: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "other": null,
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "promotion": "지하철 광고",
                     *           "recordDate": "2026-11-19",
                     *           "salesMarketing": "평일 마티네 할인",
                     *           "weekEnd": "2026-11-22",
                     *           "weekNumber": 7,
                     *           "weekStart": "2026-11-16"
                     *         }
                     *       ],
                     *       "report": "concerts/marketing-week"
                     *     }
                     */
                    "application/json": components["schemas"]["MarketingWeekReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsMonthly: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "months": [
                     *             {
                     *               "complimentarySeats": 0,
                     *               "month": "2026-10",
                     *               "revenueKrw": 236000000,
                     *               "seats": 2145
                     *             },
                     *             {
                     *               "complimentarySeats": 24,
                     *               "month": "2026-11",
                     *               "revenueKrw": 176000000,
                     *               "seats": 1600
                     *             }
                     *           ],
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "concerts/monthly"
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertMonthlyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsOverview: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "changeKrw": 7700000,
                     *           "changeRatio": 0.25,
                     *           "lastSaleDay": "2026-11-19",
                     *           "lastSaleDayRevenueKrw": 38500000,
                     *           "previousSaleDay": "2026-11-18",
                     *           "previousSaleDayRevenueKrw": 30800000,
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "overall": {
                     *         "changeKrw": 7700000,
                     *         "changeRatio": 0.25,
                     *         "compared": 1,
                     *         "counted": 1,
                     *         "lastSaleDay": "2026-11-19",
                     *         "lastSaleDayRevenueKrw": 38500000,
                     *         "previousSaleDay": "2026-11-18",
                     *         "previousSaleDayRevenueKrw": 30800000,
                     *         "productions": 1
                     *       },
                     *       "report": "concerts/overview",
                     *       "sevenDayMeanRevenueKrw": 28000000,
                     *       "sevenDayRevenueKrw": 196000000,
                     *       "totalRevenueKrw": 412000000,
                     *       "yesterday": "2026-11-19",
                     *       "yesterdayRevenueKrw": 38500000
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertOverviewReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsProfitForecast: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "breakEvenKrw": 620000000,
                     *           "category": "concert",
                     *           "daysLeft": 29,
                     *           "exceedsHouse": false,
                     *           "expectedProfitKrw": 51739130,
                     *           "expectedRevenueKrw": 671739130,
                     *           "fullHouseKrw": 704085447,
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "projectedProfitKrw": 51739130,
                     *           "projectedRevenueKrw": 671739130,
                     *           "reason": null,
                     *           "recordDate": "2026-11-19",
                     *           "revenueKrw": 412000000,
                     *           "saleDays": 46,
                     *           "steady": true
                     *         }
                     *       ],
                     *       "overall": {
                     *         "breakEvenKrw": 620000000,
                     *         "counted": 1,
                     *         "expectedProfitKrw": 51739130,
                     *         "expectedRevenueKrw": 671739130,
                     *         "fullHouseKrw": 704085447,
                     *         "productions": 1,
                     *         "projectedProfitKrw": 51739130,
                     *         "projectedRevenueKrw": 671739130,
                     *         "revenueKrw": 412000000
                     *       },
                     *       "report": "concerts/profit-forecast"
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertProfitForecastReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsTargetSales: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "dueRatio": 0.9135,
                     *           "dueTargetKrw": 451000000,
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "ratio": 0.6884,
                     *           "recordDate": "2026-11-19",
                     *           "revenueKrw": 412000000,
                     *           "targetKrw": 598500000
                     *         }
                     *       ],
                     *       "overall": {
                     *         "counted": 1,
                     *         "dueRatio": 0.9135,
                     *         "dueTargetKrw": 451000000,
                     *         "productions": 1,
                     *         "ratio": 0.6884,
                     *         "revenueKrw": 412000000,
                     *         "targetKrw": 598500000
                     *       },
                     *       "report": "concerts/target-sales"
                     *     }
                     */
                    "application/json": components["schemas"]["TargetSalesReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConcertsWeekly: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "concert",
                     *           "productionCode": "CO2613",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000002",
                     *           "productionName": "겨울 콘서트",
                     *           "recordDate": "2026-11-19",
                     *           "weeks": [
                     *             {
                     *               "complimentarySeats": 24,
                     *               "other": null,
                     *               "promotion": "지하철 광고",
                     *               "revenueKrw": 112200000,
                     *               "salesMarketing": "평일 마티네 할인",
                     *               "seats": 1020,
                     *               "weekEnd": "2026-11-22",
                     *               "weekStart": "2026-11-16"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "report": "concerts/weekly"
                     *     }
                     */
                    "application/json": components["schemas"]["ConcertWeeklyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForecast: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-19",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "confidence": "company",
                     *           "explain": {
                     *             "classFactors": [
                     *               {
                     *                 "class": "weekday_evening",
                     *                 "factor": 0.9871
                     *               },
                     *               {
                     *                 "class": "weekday_matinee",
                     *                 "factor": 1
                     *               },
                     *               {
                     *                 "class": "eve",
                     *                 "factor": 1.0342
                     *               },
                     *               {
                     *                 "class": "saturday",
                     *                 "factor": 1.0513
                     *               },
                     *               {
                     *                 "class": "sunday_or_holiday",
                     *                 "factor": 1.0127
                     *               },
                     *               {
                     *                 "class": "preview",
                     *                 "factor": 1
                     *               }
                     *             ],
                     *             "lastWeekPace": 1.0215,
                     *             "pace": 1.1432
                     *           },
                     *           "method": "bands-1",
                     *           "origin": "2026-11-18",
                     *           "paramsHash": "0a6f2f6d4c9c3f51",
                     *           "pastProductions": 4,
                     *           "performances": [
                     *             {
                     *               "comparablesWeight": 0,
                     *               "daysToGo": 0,
                     *               "finalRevenueKrw": {
                     *                 "p10": 14580000,
                     *                 "p50": 14580000,
                     *                 "p90": 14580000
                     *               },
                     *               "finalSeats": {
                     *                 "p10": 243,
                     *                 "p50": 243,
                     *                 "p90": 243
                     *               },
                     *               "ownFactor": 0.9714,
                     *               "reachesHouseLimit": false,
                     *               "sellOutProbability": 0,
                     *               "sellableSeats": 380,
                     *               "soldSeats": 243,
                     *               "startsAt": "2026-11-18T19:30:00+09:00",
                     *               "straightLineSeats": 243
                     *             },
                     *             {
                     *               "comparablesWeight": 0,
                     *               "daysToGo": 3,
                     *               "finalRevenueKrw": {
                     *                 "p10": 33300000,
                     *                 "p50": 39540000,
                     *                 "p90": 45600000
                     *               },
                     *               "finalSeats": {
                     *                 "p10": 555,
                     *                 "p50": 659,
                     *                 "p90": 760
                     *               },
                     *               "ownFactor": 1.0402,
                     *               "reachesHouseLimit": false,
                     *               "sellOutProbability": 0.1012,
                     *               "sellableSeats": 760,
                     *               "soldSeats": 369,
                     *               "startsAt": "2026-11-21T15:00:00+09:00",
                     *               "straightLineSeats": 394
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "reason": null,
                     *           "recordDate": "2026-11-18",
                     *           "run": {
                     *             "breakEven": {
                     *               "breakEvenKrw": 50000000,
                     *               "curve": [
                     *                 {
                     *                   "date": "2026-11-18",
                     *                   "probability": 0
                     *                 },
                     *                 {
                     *                   "date": "2026-11-19",
                     *                   "probability": 0.2713
                     *                 },
                     *                 {
                     *                   "date": "2026-11-20",
                     *                   "probability": 0.5811
                     *                 },
                     *                 {
                     *                   "date": "2026-11-21",
                     *                   "probability": 0.7604
                     *                 }
                     *               ],
                     *               "p50Date": "2026-11-20",
                     *               "p80Date": null,
                     *               "probabilityByClosing": 0.7604,
                     *               "profitKrw": {
                     *                 "p10": -3100000,
                     *                 "p50": 4100000,
                     *                 "p90": 11600000
                     *               }
                     *             },
                     *             "breakEvenReason": null,
                     *             "finalRevenueKrw": {
                     *               "p10": 46900000,
                     *               "p50": 54100000,
                     *               "p90": 61600000
                     *             },
                     *             "finalSeats": {
                     *               "p10": 798,
                     *               "p50": 902,
                     *               "p90": 1006
                     *             },
                     *             "occupancy": {
                     *               "p10": 0.7,
                     *               "p50": 0.7912,
                     *               "p90": 0.8825
                     *             },
                     *             "revenueKrw": 36720000,
                     *             "revenueReason": null,
                     *             "sellableSeats": 1140,
                     *             "soldSeats": 612,
                     *             "straightLineKrw": 39867429,
                     *             "straightLineSeats": 665
                     *           }
                     *         }
                     *       ],
                     *       "report": "forecast"
                     *     }
                     */
                    "application/json": components["schemas"]["ForecastReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForecastScorecard: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-19",
                     *       "breakEven": {
                     *         "brier": 0.0612,
                     *         "forecasts": 301,
                     *         "productions": 9
                     *       },
                     *       "horizons": [
                     *         {
                     *           "belowSold": 2,
                     *           "biasRatio": -0.0114,
                     *           "coverage": 0.8321,
                     *           "errorRatio": 0.0812,
                     *           "forecasts": 2210,
                     *           "fromDays": 12,
                     *           "horizonDays": 14,
                     *           "productionCoverage": 0.8155,
                     *           "productions": 11,
                     *           "quantity": "performance_seats",
                     *           "straightLineBiasRatio": 0.1203,
                     *           "straightLineErrorRatio": 0.2514,
                     *           "toDays": 16,
                     *           "unreliable": false,
                     *           "winklerRatio": 0.3307
                     *         },
                     *         {
                     *           "belowSold": 2,
                     *           "biasRatio": -0.0114,
                     *           "coverage": 0.8321,
                     *           "errorRatio": 0.0812,
                     *           "forecasts": 55,
                     *           "fromDays": 12,
                     *           "horizonDays": 14,
                     *           "productionCoverage": 0.8155,
                     *           "productions": 11,
                     *           "quantity": "run_seats",
                     *           "straightLineBiasRatio": 0.1203,
                     *           "straightLineErrorRatio": 0.2514,
                     *           "toDays": 16,
                     *           "unreliable": false,
                     *           "winklerRatio": 0.3307
                     *         },
                     *         {
                     *           "belowSold": 0,
                     *           "biasRatio": null,
                     *           "coverage": null,
                     *           "errorRatio": null,
                     *           "forecasts": 0,
                     *           "fromDays": 80,
                     *           "horizonDays": 90,
                     *           "productionCoverage": null,
                     *           "productions": 0,
                     *           "quantity": "run_revenue",
                     *           "straightLineBiasRatio": null,
                     *           "straightLineErrorRatio": null,
                     *           "toDays": 100,
                     *           "unreliable": false,
                     *           "winklerRatio": null
                     *         }
                     *       ],
                     *       "reliability": [
                     *         {
                     *           "cameTrueRatio": 0.0109,
                     *           "forecasts": 92,
                     *           "fromProbability": 0,
                     *           "toProbability": 0.2,
                     *           "toldRatio": 0.0311
                     *         },
                     *         {
                     *           "cameTrueRatio": 0.2258,
                     *           "forecasts": 31,
                     *           "fromProbability": 0.2,
                     *           "toProbability": 0.4,
                     *           "toldRatio": 0.2943
                     *         },
                     *         {
                     *           "cameTrueRatio": 0.5357,
                     *           "forecasts": 28,
                     *           "fromProbability": 0.4,
                     *           "toProbability": 0.6,
                     *           "toldRatio": 0.5102
                     *         },
                     *         {
                     *           "cameTrueRatio": 0.675,
                     *           "forecasts": 40,
                     *           "fromProbability": 0.6,
                     *           "toProbability": 0.8,
                     *           "toldRatio": 0.7011
                     *         },
                     *         {
                     *           "cameTrueRatio": 0.9636,
                     *           "forecasts": 110,
                     *           "fromProbability": 0.8,
                     *           "toProbability": 1,
                     *           "toldRatio": 0.9534
                     *         }
                     *       ],
                     *       "report": "forecast-scorecard"
                     *     }
                     */
                    "application/json": components["schemas"]["ForecastScorecardReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMarketingEffect: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "musical",
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "weeks": []
                     *         },
                     *         {
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "weeks": [
                     *             {
                     *               "changeKrw": 30240000,
                     *               "changeRatio": 0.25,
                     *               "comparable": true,
                     *               "comparedDays": 7,
                     *               "other": null,
                     *               "previousRevenueKrw": 120960000,
                     *               "promotion": "지하철 광고",
                     *               "revenueKrw": 151200000,
                     *               "salesMarketing": "평일 마티네 할인",
                     *               "weekEnd": "2026-11-22",
                     *               "weekNumber": 7,
                     *               "weekStart": "2026-11-16"
                     *             },
                     *             {
                     *               "changeKrw": null,
                     *               "changeRatio": null,
                     *               "comparable": false,
                     *               "comparedDays": null,
                     *               "other": null,
                     *               "previousRevenueKrw": 151200000,
                     *               "promotion": null,
                     *               "revenueKrw": null,
                     *               "salesMarketing": null,
                     *               "weekEnd": "2026-11-29",
                     *               "weekNumber": 8,
                     *               "weekStart": "2026-11-23"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "report": "marketing-effect"
                     *     }
                     */
                    "application/json": components["schemas"]["MarketingEffectReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMarketingLift: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-19",
                     *       "items": [
                     *         {
                     *           "campaigns": [
                     *             {
                     *               "cannotTell": "confounded",
                     *               "chanceRatio": null,
                     *               "firstDay": "2026-10-05",
                     *               "highRatio": null,
                     *               "lastDay": "2026-10-11",
                     *               "liftRatio": null,
                     *               "lowRatio": null,
                     *               "minimumDetectableRatio": null,
                     *               "note": "티켓 오픈",
                     *               "windows": null
                     *             },
                     *             {
                     *               "cannotTell": "not_clear",
                     *               "chanceRatio": 0.2083,
                     *               "firstDay": "2026-10-26",
                     *               "highRatio": 0.6511,
                     *               "lastDay": "2026-11-01",
                     *               "liftRatio": 0.2217,
                     *               "lowRatio": -0.1304,
                     *               "minimumDetectableRatio": 0.6214,
                     *               "note": "평일 마티네 할인 / 지하철 광고",
                     *               "windows": 23
                     *             }
                     *           ],
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "reason": null,
                     *           "recordDate": "2026-11-18"
                     *         }
                     *       ],
                     *       "report": "marketing-lift"
                     *     }
                     */
                    "application/json": components["schemas"]["MarketingLiftReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Occupancy below which a performance is low. */
                lowThreshold?: number;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "arrived": 1,
                     *       "asOf": "2026-11-20",
                     *       "categories": [
                     *         {
                     *           "bookedKrw": 0,
                     *           "breakEvenKrw": null,
                     *           "breakEvenOnTarget": null,
                     *           "breakEvenRatio": null,
                     *           "category": "musical",
                     *           "counted": 0,
                     *           "depositedKrw": null,
                     *           "lastDays": [
                     *             {
                     *               "day": "2026-11-19",
                     *               "revenueKrw": null,
                     *               "targetKrw": 0
                     *             },
                     *             {
                     *               "day": "2026-11-20",
                     *               "revenueKrw": null,
                     *               "targetKrw": 0
                     *             }
                     *           ],
                     *           "monthDueRatio": null,
                     *           "monthDueTargetKrw": null,
                     *           "monthRevenueKrw": null,
                     *           "monthTargetKrw": 0,
                     *           "openSeats": null,
                     *           "productions": 1,
                     *           "profitKrw": null,
                     *           "revenueKrw": 0,
                     *           "revenueShare": 0,
                     *           "seatRatio": null,
                     *           "seats": 0,
                     *           "sevenDayChangeRatio": null,
                     *           "sevenDayOccupancy": null,
                     *           "sevenDayPerformances": 0,
                     *           "sevenDayRevenueKrw": null,
                     *           "targetKrw": null,
                     *           "targetRatio": null,
                     *           "weekChangeRatio": null,
                     *           "weekDueRatio": null,
                     *           "weekDueTargetKrw": null,
                     *           "weekRevenueKrw": null,
                     *           "yesterdayChangeKrw": null,
                     *           "yesterdayRevenueKrw": null
                     *         },
                     *         {
                     *           "bookedKrw": 269326200,
                     *           "breakEvenKrw": 400000000,
                     *           "breakEvenOnTarget": 1.3123,
                     *           "breakEvenRatio": 0.6733,
                     *           "category": "play",
                     *           "counted": 1,
                     *           "depositedKrw": null,
                     *           "lastDays": [
                     *             {
                     *               "day": "2026-11-19",
                     *               "revenueKrw": 5594600,
                     *               "targetKrw": 6040000
                     *             },
                     *             {
                     *               "day": "2026-11-20",
                     *               "revenueKrw": null,
                     *               "targetKrw": 6620000
                     *             }
                     *           ],
                     *           "monthDueRatio": 0.9265,
                     *           "monthDueTargetKrw": 17500000,
                     *           "monthRevenueKrw": 16213400,
                     *           "monthTargetKrw": 24120000,
                     *           "openSeats": 11200,
                     *           "productions": 1,
                     *           "profitKrw": null,
                     *           "revenueKrw": 269326200,
                     *           "revenueShare": 1,
                     *           "seatRatio": 0.4735,
                     *           "seats": 5303,
                     *           "sevenDayChangeRatio": 0.6579,
                     *           "sevenDayOccupancy": 0.3107,
                     *           "sevenDayPerformances": 1,
                     *           "sevenDayRevenueKrw": 10113400,
                     *           "targetKrw": 304800000,
                     *           "targetRatio": 0.8836,
                     *           "weekChangeRatio": 0.6579,
                     *           "weekDueRatio": 0.8571,
                     *           "weekDueTargetKrw": 11800000,
                     *           "weekRevenueKrw": 10113400,
                     *           "yesterdayChangeKrw": 1075800,
                     *           "yesterdayRevenueKrw": 5594600
                     *         }
                     *       ],
                     *       "completeDay": {
                     *         "changeRatio": -0.0829,
                     *         "day": "2026-11-19",
                     *         "revenueKrw": 5594600
                     *       },
                     *       "due": 1,
                     *       "items": [
                     *         {
                     *           "basis": "booked",
                     *           "bookedKrw": 0,
                     *           "breakEvenKrw": null,
                     *           "breakEvenOnTarget": null,
                     *           "breakEvenRatio": null,
                     *           "category": "musical",
                     *           "depositedKrw": null,
                     *           "lastDays": [
                     *             {
                     *               "day": "2026-11-19",
                     *               "revenueKrw": 0,
                     *               "targetKrw": 0
                     *             },
                     *             {
                     *               "day": "2026-11-20",
                     *               "revenueKrw": 0,
                     *               "targetKrw": 0
                     *             }
                     *           ],
                     *           "lowPerformances": [],
                     *           "missing": false,
                     *           "monthDueRatio": null,
                     *           "monthDueTargetKrw": null,
                     *           "monthRevenueKrw": 0,
                     *           "monthTargetKrw": 0,
                     *           "openSeats": null,
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "profitKrw": null,
                     *           "recordDate": null,
                     *           "revenueKrw": 0,
                     *           "revenueShare": 0,
                     *           "salesReason": null,
                     *           "seatRatio": null,
                     *           "seats": 0,
                     *           "sevenDayChangeRatio": null,
                     *           "sevenDayOccupancy": null,
                     *           "sevenDayPerformances": 0,
                     *           "sevenDayRevenueKrw": 0,
                     *           "state": "before_sale",
                     *           "targetKrw": null,
                     *           "targetRatio": null,
                     *           "weekChangeRatio": null,
                     *           "weekDueRatio": null,
                     *           "weekDueTargetKrw": null,
                     *           "weekRevenueKrw": 0,
                     *           "yesterdayChangeKrw": 0,
                     *           "yesterdayRevenueKrw": 0
                     *         },
                     *         {
                     *           "basis": "booked",
                     *           "bookedKrw": 269326200,
                     *           "breakEvenKrw": 400000000,
                     *           "breakEvenOnTarget": 1.3123,
                     *           "breakEvenRatio": 0.6733,
                     *           "category": "play",
                     *           "depositedKrw": null,
                     *           "lastDays": [
                     *             {
                     *               "day": "2026-11-19",
                     *               "revenueKrw": 5594600,
                     *               "targetKrw": 6040000
                     *             },
                     *             {
                     *               "day": "2026-11-20",
                     *               "revenueKrw": null,
                     *               "targetKrw": 6620000
                     *             }
                     *           ],
                     *           "lowPerformances": [
                     *             {
                     *               "cast": [
                     *                 "황은우",
                     *                 "임서윤"
                     *               ],
                     *               "complimentarySeats": 1,
                     *               "complimentaryShare": 0.0036,
                     *               "occupancy": 0.3107,
                     *               "paidSeats": 86,
                     *               "paidShare": 0.3071,
                     *               "remainingSeats": 193,
                     *               "startsAt": "2026-11-25T20:00:00+09:00"
                     *             }
                     *           ],
                     *           "missing": false,
                     *           "monthDueRatio": 0.9265,
                     *           "monthDueTargetKrw": 17500000,
                     *           "monthRevenueKrw": 16213400,
                     *           "monthTargetKrw": 24120000,
                     *           "openSeats": 11200,
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "profitKrw": null,
                     *           "recordDate": "2026-11-19",
                     *           "revenueKrw": 269326200,
                     *           "revenueShare": 1,
                     *           "salesReason": null,
                     *           "seatRatio": 0.4735,
                     *           "seats": 5303,
                     *           "sevenDayChangeRatio": 0.6579,
                     *           "sevenDayOccupancy": 0.3107,
                     *           "sevenDayPerformances": 1,
                     *           "sevenDayRevenueKrw": 10113400,
                     *           "state": "running",
                     *           "targetKrw": 304800000,
                     *           "targetRatio": 0.8836,
                     *           "weekChangeRatio": 0.6579,
                     *           "weekDueRatio": 0.8571,
                     *           "weekDueTargetKrw": 11800000,
                     *           "weekRevenueKrw": 10113400,
                     *           "yesterdayChangeKrw": 1075800,
                     *           "yesterdayRevenueKrw": 5594600
                     *         }
                     *       ],
                     *       "lowThreshold": 0.4,
                     *       "overall": {
                     *         "bookedKrw": 269326200,
                     *         "breakEvenKrw": 400000000,
                     *         "breakEvenOnTarget": 1.3123,
                     *         "breakEvenRatio": 0.6733,
                     *         "counted": 1,
                     *         "depositedKrw": null,
                     *         "lastDays": [
                     *           {
                     *             "day": "2026-11-19",
                     *             "revenueKrw": 5594600,
                     *             "targetKrw": 6040000
                     *           },
                     *           {
                     *             "day": "2026-11-20",
                     *             "revenueKrw": null,
                     *             "targetKrw": 6620000
                     *           }
                     *         ],
                     *         "monthDueRatio": 0.9265,
                     *         "monthDueTargetKrw": 17500000,
                     *         "monthRevenueKrw": 16213400,
                     *         "monthTargetKrw": 24120000,
                     *         "openSeats": 11200,
                     *         "productions": 2,
                     *         "profitKrw": null,
                     *         "revenueKrw": 269326200,
                     *         "revenueShare": 1,
                     *         "seatRatio": 0.4735,
                     *         "seats": 5303,
                     *         "sevenDayChangeRatio": 0.6579,
                     *         "sevenDayOccupancy": 0.3107,
                     *         "sevenDayPerformances": 1,
                     *         "sevenDayRevenueKrw": 10113400,
                     *         "targetKrw": 304800000,
                     *         "targetRatio": 0.8836,
                     *         "weekChangeRatio": 0.6579,
                     *         "weekDueRatio": 0.8571,
                     *         "weekDueTargetKrw": 11800000,
                     *         "weekRevenueKrw": 10113400,
                     *         "yesterdayChangeKrw": 1075800,
                     *         "yesterdayRevenueKrw": 5594600
                     *       },
                     *       "report": "overview"
                     *     }
                     */
                    "application/json": components["schemas"]["OverviewReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPace: {
        parameters: {
            query?: {
                /** @description Which past productions are looked at: those of the same `category`, or `all`. */
                among?: "category" | "all";
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description How many past productions it is compared with, at most. */
                most?: number;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "among": "category",
                     *       "asOf": "2026-11-19",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "comparables": [
                     *             {
                     *               "comparableCode": "PL2511",
                     *               "comparableId": "0197c1a0-0000-7000-8000-000000000002",
                     *               "comparableName": "겨울의 노래",
                     *               "distance": 0.0312
                     *             }
                     *           ],
                     *           "daysToGo": 3,
                     *           "origin": "2026-11-18",
                     *           "points": [
                     *             {
                     *               "daysToGo": 4,
                     *               "soldShare": 0.4912,
                     *               "usual": {
                     *                 "p10": 0.4511,
                     *                 "p50": 0.4511,
                     *                 "p90": 0.4511
                     *               }
                     *             },
                     *             {
                     *               "daysToGo": 3,
                     *               "soldShare": 0.5368,
                     *               "usual": {
                     *                 "p10": 0.5102,
                     *                 "p50": 0.5102,
                     *                 "p90": 0.5102
                     *               }
                     *             },
                     *             {
                     *               "daysToGo": 2,
                     *               "soldShare": null,
                     *               "usual": {
                     *                 "p10": 0.5903,
                     *                 "p50": 0.5903,
                     *                 "p90": 0.5903
                     *               }
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "reason": null,
                     *           "recordDate": "2026-11-18"
                     *         }
                     *       ],
                     *       "most": 10,
                     *       "report": "pace"
                     *     }
                     */
                    "application/json": components["schemas"]["PaceReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysCastRevenue: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "casts": [
                     *             {
                     *               "cast": [
                     *                 "조지유",
                     *                 "임서윤"
                     *               ],
                     *               "meanRevenueKrw": 5767080,
                     *               "performances": 10,
                     *               "rank": 1,
                     *               "revenueKrw": 57670800
                     *             }
                     *           ],
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "plays/cast-revenue"
                     *     }
                     */
                    "application/json": components["schemas"]["CastRevenueReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysDailyBrief: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "lastSaleDay": "2026-11-19",
                     *           "lastSaleDayRevenueKrw": 24990000,
                     *           "latestOccupancy": 0.7891,
                     *           "latestPerformanceDay": "2026-11-20",
                     *           "nextPerformances": [
                     *             {
                     *               "cast": [
                     *                 "김서연",
                     *                 "박도윤"
                     *               ],
                     *               "complimentarySeats": 12,
                     *               "complimentaryShare": 0.0313,
                     *               "occupancy": 0.7891,
                     *               "paidSeats": 291,
                     *               "paidShare": 0.7578,
                     *               "remainingSeats": 81,
                     *               "startsAt": "2026-11-20T19:30:00+09:00"
                     *             }
                     *           ],
                     *           "occupancyChange": 0.3355,
                     *           "previousOccupancy": 0.4536,
                     *           "previousPerformanceDay": "2026-11-19",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "plays/daily-brief"
                     *     }
                     */
                    "application/json": components["schemas"]["DailyBriefReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysMonthly: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "changeKrw": 480000000,
                     *           "changeRatio": null,
                     *           "month": "2026-10",
                     *           "note": null,
                     *           "revenueKrw": 480000000
                     *         },
                     *         {
                     *           "changeKrw": 132000000,
                     *           "changeRatio": 0.275,
                     *           "month": "2026-11",
                     *           "note": "수능 마케팅",
                     *           "revenueKrw": 612000000
                     *         }
                     *       ],
                     *       "report": "plays/monthly"
                     *     }
                     */
                    "application/json": components["schemas"]["MonthlyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysMonthlyByProduction: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "months": [
                     *             {
                     *               "changeKrw": 480000000,
                     *               "changeRatio": null,
                     *               "month": "2026-10",
                     *               "note": null,
                     *               "revenueKrw": 480000000
                     *             },
                     *             {
                     *               "changeKrw": 132000000,
                     *               "changeRatio": 0.275,
                     *               "month": "2026-11",
                     *               "note": "수능 마케팅",
                     *               "revenueKrw": 612000000
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "plays/monthly-by-production"
                     *     }
                     */
                    "application/json": components["schemas"]["MonthlyByProductionReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysOccupancy: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "depositShare": 0.4629,
                     *           "future": {
                     *             "depositShare": 0.3973,
                     *             "paidShare": 0.4173,
                     *             "performances": 21,
                     *             "unpaidShare": 0.0201
                     *           },
                     *           "paidShare": 0.4735,
                     *           "past": {
                     *             "depositShare": 0.5355,
                     *             "paidShare": 0.5355,
                     *             "performances": 19,
                     *             "unpaidShare": 0
                     *           },
                     *           "performances": 40,
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "targetShare": 0.625,
                     *           "unpaidShare": 0.0105
                     *         }
                     *       ],
                     *       "report": "plays/occupancy"
                     *     }
                     */
                    "application/json": components["schemas"]["OccupancyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysOutlook: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Occupancy below which a performance is low. */
                lowThreshold?: number;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "nextWeekOccupancy": null,
                     *           "nextWeekStart": "2026-11-23",
                     *           "performances": [
                     *             {
                     *               "cast": [
                     *                 "김서연",
                     *                 "박도윤"
                     *               ],
                     *               "complimentarySeats": 12,
                     *               "complimentaryShare": 0.0313,
                     *               "low": false,
                     *               "occupancy": 0.7891,
                     *               "paidSeats": 291,
                     *               "paidShare": 0.7578,
                     *               "remainingSeats": 81,
                     *               "startsAt": "2026-11-20T19:30:00+09:00",
                     *               "week": "this"
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "thisWeekStart": "2026-11-16"
                     *         }
                     *       ],
                     *       "lowThreshold": 0.4,
                     *       "report": "plays/outlook"
                     *     }
                     */
                    "application/json": components["schemas"]["OutlookReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysPerformances: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description First day of performances; default: all. */
                from?: Day;
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
                /** @description Last day of performances; default: all. */
                to?: Day;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "from": null,
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "performances": [
                     *             {
                     *               "cast": [
                     *                 "김서연",
                     *                 "박도윤"
                     *               ],
                     *               "complimentarySeats": 12,
                     *               "complimentarySeatsByGrade": {
                     *                 "r": 12,
                     *                 "s": 0
                     *               },
                     *               "complimentaryShare": 0.0313,
                     *               "depositShare": 0.7578,
                     *               "meanTicketPriceKrw": 54192,
                     *               "occupancy": 0.7891,
                     *               "paidSeats": 291,
                     *               "paidSeatsByGrade": {
                     *                 "r": 180,
                     *                 "s": 111
                     *               },
                     *               "paidShare": 0.7578,
                     *               "remainingSeats": 81,
                     *               "revenueKrw": 15770000,
                     *               "startsAt": "2026-11-20T19:30:00+09:00"
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "plays/performances",
                     *       "to": null
                     *     }
                     */
                    "application/json": components["schemas"]["PerformancesReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysProfitForecast: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "breakEvenKrw": null,
                     *           "category": "musical",
                     *           "playedMeanRevenueKrw": null,
                     *           "playedPerformances": 0,
                     *           "playedRevenueKrw": 0,
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "projectedProfitKrw": null,
                     *           "projectedRevenueKrw": null,
                     *           "reason": "no_snapshot",
                     *           "recordDate": null,
                     *           "toComeMeanRevenueKrw": null,
                     *           "toComePerformances": 0,
                     *           "toComeRevenueKrw": 0
                     *         },
                     *         {
                     *           "breakEvenKrw": 780000000,
                     *           "category": "play",
                     *           "playedMeanRevenueKrw": 15300000,
                     *           "playedPerformances": 4,
                     *           "playedRevenueKrw": 61200000,
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "projectedProfitKrw": 199200000,
                     *           "projectedRevenueKrw": 979200000,
                     *           "reason": null,
                     *           "recordDate": "2026-11-19",
                     *           "toComeMeanRevenueKrw": 9187500,
                     *           "toComePerformances": 60,
                     *           "toComeRevenueKrw": 551250000
                     *         }
                     *       ],
                     *       "overall": {
                     *         "breakEvenKrw": 780000000,
                     *         "counted": 1,
                     *         "playedMeanRevenueKrw": 15300000,
                     *         "playedPerformances": 4,
                     *         "playedRevenueKrw": 61200000,
                     *         "productions": 2,
                     *         "projectedProfitKrw": 199200000,
                     *         "projectedRevenueKrw": 979200000,
                     *         "toComeMeanRevenueKrw": 9187500,
                     *         "toComePerformances": 60,
                     *         "toComeRevenueKrw": 551250000
                     *       },
                     *       "report": "plays/profit-forecast"
                     *     }
                     */
                    "application/json": components["schemas"]["ProfitForecastReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysRevenue: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "categories": [
                     *         {
                     *           "category": "musical",
                     *           "recordDateRatio": null,
                     *           "recordDateRevenueKrw": null,
                     *           "recordDateTargetKrw": null,
                     *           "totalRatio": null,
                     *           "totalRevenueKrw": 0,
                     *           "totalTargetKrw": 0
                     *         },
                     *         {
                     *           "category": "play",
                     *           "recordDateRatio": 0.875,
                     *           "recordDateRevenueKrw": 24990000,
                     *           "recordDateTargetKrw": 28560000,
                     *           "totalRatio": 0.9451,
                     *           "totalRevenueKrw": 612450000,
                     *           "totalTargetKrw": 648000000
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "category": "musical",
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "recordDateRatio": null,
                     *           "recordDateRevenueKrw": null,
                     *           "recordDateTargetKrw": null,
                     *           "totalRatio": null,
                     *           "totalRevenueKrw": 0,
                     *           "totalTargetKrw": 0
                     *         },
                     *         {
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "recordDateRatio": 0.875,
                     *           "recordDateRevenueKrw": 24990000,
                     *           "recordDateTargetKrw": 28560000,
                     *           "totalRatio": 0.9451,
                     *           "totalRevenueKrw": 612450000,
                     *           "totalTargetKrw": 648000000
                     *         }
                     *       ],
                     *       "overall": {
                     *         "recordDateRatio": 0.875,
                     *         "recordDateRevenueKrw": 24990000,
                     *         "recordDateTargetKrw": 28560000,
                     *         "totalRatio": 0.9451,
                     *         "totalRevenueKrw": 612450000,
                     *         "totalTargetKrw": 648000000
                     *       },
                     *       "report": "plays/revenue"
                     *     }
                     */
                    "application/json": components["schemas"]["RevenueReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysSummary: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "performances": [
                     *         {
                     *           "category": "play",
                     *           "performances": [
                     *             {
                     *               "cast": [
                     *                 "김서연",
                     *                 "박도윤"
                     *               ],
                     *               "complimentarySeats": 12,
                     *               "complimentarySeatsByGrade": {
                     *                 "r": 12,
                     *                 "s": 0
                     *               },
                     *               "complimentaryShare": 0.0313,
                     *               "depositShare": 0.7578,
                     *               "meanTicketPriceKrw": 54192,
                     *               "occupancy": 0.7891,
                     *               "paidSeats": 291,
                     *               "paidSeatsByGrade": {
                     *                 "r": 180,
                     *                 "s": 111
                     *               },
                     *               "paidShare": 0.7578,
                     *               "remainingSeats": 81,
                     *               "revenueKrw": 15770000,
                     *               "startsAt": "2026-11-20T19:30:00+09:00"
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "plays/summary",
                     *       "weeklyOccupancy": [
                     *         {
                     *           "category": "musical",
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "weeks": []
                     *         },
                     *         {
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "weeks": [
                     *             {
                     *               "paidShare": 0.7188,
                     *               "performances": 6,
                     *               "weekEnd": "2026-11-22",
                     *               "weekStart": "2026-11-16"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "weeklyOverview": [
                     *         {
                     *           "actualShare": null,
                     *           "category": "musical",
                     *           "changeKrw": null,
                     *           "changeRatio": null,
                     *           "dueRatio": null,
                     *           "dueTargetKrw": null,
                     *           "previousRevenueKrw": null,
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "revenueKrw": null,
                     *           "shareGap": null,
                     *           "shareRatio": null,
                     *           "targetGapKrw": null,
                     *           "targetKrw": 0,
                     *           "targetRatio": null,
                     *           "targetShare": null,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         },
                     *         {
                     *           "actualShare": 0.7188,
                     *           "category": "play",
                     *           "changeKrw": 30240000,
                     *           "changeRatio": 0.25,
                     *           "dueRatio": 1.0588,
                     *           "dueTargetKrw": 142800000,
                     *           "previousRevenueKrw": 120960000,
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "revenueKrw": 151200000,
                     *           "shareGap": 0.0938,
                     *           "shareRatio": 1.1501,
                     *           "targetGapKrw": 8400000,
                     *           "targetKrw": 142800000,
                     *           "targetRatio": 1.0588,
                     *           "targetShare": 0.625,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SummaryReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysWeeklyCapacity: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "weeks": [
                     *             {
                     *               "meanTicketPriceKrw": 50708,
                     *               "offeredSeats": 2240,
                     *               "paidRatio": 0.5567,
                     *               "paidSeats": 1247,
                     *               "performances": 8,
                     *               "revenueKrw": 63232400,
                     *               "weekEnd": "2026-11-15",
                     *               "weekStart": "2026-11-09"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "overall": [
                     *         {
                     *           "meanTicketPriceKrw": 50708,
                     *           "offeredSeats": 2240,
                     *           "paidRatio": 0.5567,
                     *           "paidSeats": 1247,
                     *           "performances": 8,
                     *           "revenueKrw": 63232400,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         }
                     *       ],
                     *       "report": "plays/weekly-capacity"
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyCapacityReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysWeeklyCasts: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
                /** @description How many casts of each production. */
                top?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "casts": [],
                     *           "category": "musical",
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         },
                     *         {
                     *           "casts": [
                     *             {
                     *               "cast": [
                     *                 "황건우",
                     *                 "신선우"
                     *               ],
                     *               "performances": 4,
                     *               "rank": 1,
                     *               "revenueKrw": 29546000
                     *             },
                     *             {
                     *               "cast": [
                     *                 "조지유",
                     *                 "임서윤"
                     *               ],
                     *               "performances": 2,
                     *               "rank": 2,
                     *               "revenueKrw": 14964400
                     *             },
                     *             {
                     *               "cast": [
                     *                 "황건우",
                     *                 "임서윤"
                     *               ],
                     *               "performances": 1,
                     *               "rank": 3,
                     *               "revenueKrw": 11412500
                     *             }
                     *           ],
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         }
                     *       ],
                     *       "report": "plays/weekly-casts",
                     *       "top": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyCastsReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysWeeklyOccupancy: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "category": "musical",
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "weeks": []
                     *         },
                     *         {
                     *           "category": "play",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "weeks": [
                     *             {
                     *               "paidShare": 0.7188,
                     *               "performances": 6,
                     *               "weekEnd": "2026-11-22",
                     *               "weekStart": "2026-11-16"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "report": "plays/weekly-occupancy"
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyOccupancyReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaysWeeklyOverview: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "items": [
                     *         {
                     *           "actualShare": null,
                     *           "category": "musical",
                     *           "changeKrw": null,
                     *           "changeRatio": null,
                     *           "dueRatio": null,
                     *           "dueTargetKrw": null,
                     *           "previousRevenueKrw": null,
                     *           "productionCode": "MU2701",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000003",
                     *           "productionName": "봄밤의 왈츠",
                     *           "recordDate": null,
                     *           "revenueKrw": null,
                     *           "shareGap": null,
                     *           "shareRatio": null,
                     *           "targetGapKrw": null,
                     *           "targetKrw": 0,
                     *           "targetRatio": null,
                     *           "targetShare": null,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         },
                     *         {
                     *           "actualShare": 0.7188,
                     *           "category": "play",
                     *           "changeKrw": 30240000,
                     *           "changeRatio": 0.25,
                     *           "dueRatio": 1.0588,
                     *           "dueTargetKrw": 142800000,
                     *           "previousRevenueKrw": 120960000,
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19",
                     *           "revenueKrw": 151200000,
                     *           "shareGap": 0.0938,
                     *           "shareRatio": 1.1501,
                     *           "targetGapKrw": 8400000,
                     *           "targetKrw": 142800000,
                     *           "targetRatio": 1.0588,
                     *           "targetShare": 0.625,
                     *           "weekEnd": "2026-11-15",
                     *           "weekStart": "2026-11-09"
                     *         }
                     *       ],
                     *       "overall": {
                     *         "changeKrw": 30240000,
                     *         "changeRatio": 0.25,
                     *         "compared": 1,
                     *         "counted": 1,
                     *         "dueRatio": 1.0588,
                     *         "dueTargetKrw": 142800000,
                     *         "previousRevenueKrw": 120960000,
                     *         "productions": 2,
                     *         "revenueKrw": 151200000,
                     *         "targetGapKrw": 8400000,
                     *         "targetKrw": 142800000,
                     *         "targetRatio": 1.0588,
                     *         "weekEnd": "2026-11-15",
                     *         "weekStart": "2026-11-09"
                     *       },
                     *       "report": "plays/weekly-overview"
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyOverviewReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTargetVsActual: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description The periods that touch the days from this one on, whole; default: all. */
                from?: Day;
                /** @description Length of the periods. */
                grain?: "day" | "week" | "month";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
                /** @description The periods that touch the days up to this one, whole; default: all. */
                to?: Day;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "categories": [
                     *         {
                     *           "category": "play",
                     *           "periods": [
                     *             {
                     *               "counted": 1,
                     *               "cumulativeDueRatio": 0.98,
                     *               "cumulativeDueTargetKrw": 25500000,
                     *               "cumulativeRatio": 0.875,
                     *               "cumulativeRevenueKrw": 24990000,
                     *               "cumulativeTargetKrw": 28560000,
                     *               "dueRatio": 0.98,
                     *               "dueTargetKrw": 25500000,
                     *               "period": "2026-11-19",
                     *               "productions": 1,
                     *               "ratio": 0.875,
                     *               "revenueKrw": 24990000,
                     *               "targetKrw": 28560000
                     *             },
                     *             {
                     *               "counted": 0,
                     *               "cumulativeDueRatio": null,
                     *               "cumulativeDueTargetKrw": null,
                     *               "cumulativeRatio": null,
                     *               "cumulativeRevenueKrw": null,
                     *               "cumulativeTargetKrw": 59760000,
                     *               "dueRatio": null,
                     *               "dueTargetKrw": null,
                     *               "period": "2026-12-20",
                     *               "productions": 1,
                     *               "ratio": null,
                     *               "revenueKrw": null,
                     *               "targetKrw": 31200000
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "from": null,
                     *       "grain": "day",
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "periods": [
                     *             {
                     *               "cumulativeDueRatio": 0.98,
                     *               "cumulativeDueTargetKrw": 25500000,
                     *               "cumulativeRatio": 0.875,
                     *               "cumulativeRevenueKrw": 24990000,
                     *               "cumulativeTargetKrw": 28560000,
                     *               "dueRatio": 0.98,
                     *               "dueTargetKrw": 25500000,
                     *               "period": "2026-11-19",
                     *               "ratio": 0.875,
                     *               "revenueKrw": 24990000,
                     *               "targetKrw": 28560000
                     *             },
                     *             {
                     *               "cumulativeDueRatio": null,
                     *               "cumulativeDueTargetKrw": null,
                     *               "cumulativeRatio": null,
                     *               "cumulativeRevenueKrw": null,
                     *               "cumulativeTargetKrw": 59760000,
                     *               "dueRatio": null,
                     *               "dueTargetKrw": null,
                     *               "period": "2026-12-20",
                     *               "ratio": null,
                     *               "revenueKrw": null,
                     *               "targetKrw": 31200000
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "overall": [
                     *         {
                     *           "counted": 1,
                     *           "cumulativeDueRatio": 0.98,
                     *           "cumulativeDueTargetKrw": 25500000,
                     *           "cumulativeRatio": 0.875,
                     *           "cumulativeRevenueKrw": 24990000,
                     *           "cumulativeTargetKrw": 28560000,
                     *           "dueRatio": 0.98,
                     *           "dueTargetKrw": 25500000,
                     *           "period": "2026-11-19",
                     *           "productions": 1,
                     *           "ratio": 0.875,
                     *           "revenueKrw": 24990000,
                     *           "targetKrw": 28560000
                     *         },
                     *         {
                     *           "counted": 0,
                     *           "cumulativeDueRatio": null,
                     *           "cumulativeDueTargetKrw": null,
                     *           "cumulativeRatio": null,
                     *           "cumulativeRevenueKrw": null,
                     *           "cumulativeTargetKrw": 59760000,
                     *           "dueRatio": null,
                     *           "dueTargetKrw": null,
                     *           "period": "2026-12-20",
                     *           "productions": 1,
                     *           "ratio": null,
                     *           "revenueKrw": null,
                     *           "targetKrw": 31200000
                     *         }
                     *       ],
                     *       "report": "target-vs-actual",
                     *       "to": null
                     *     }
                     */
                    "application/json": components["schemas"]["TargetVsActualReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUploadCoverage: {
        parameters: {
            query?: {
                /** @description The day that moves the report's windows, never the snapshot; default: today. */
                asOf?: Day;
                /** @description How many days up to `asOf`. */
                days?: number;
                /** @description How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each. */
                format?: "json" | "csv" | "xlsx";
                /** @description Without named productions: inactive ones as well. */
                includeInactive?: boolean;
                /** @description Only these productions, active or not; repeatable. One of another category is left out. */
                productionId?: string[];
                /** @description With `format=csv`: which table, by its name in the catalogue; default: the first. */
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-20",
                     *       "days": 90,
                     *       "items": [
                     *         {
                     *           "category": "play",
                     *           "coverage": [
                     *             {
                     *               "day": "2026-11-18",
                     *               "fileName": null,
                     *               "uploaded": false
                     *             },
                     *             {
                     *               "day": "2026-11-19",
                     *               "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *               "uploaded": true
                     *             },
                     *             {
                     *               "day": "2026-11-20",
                     *               "fileName": null,
                     *               "uploaded": false
                     *             }
                     *           ],
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "productionName": "두 번째 편지",
                     *           "recordDate": "2026-11-19"
                     *         }
                     *       ],
                     *       "report": "upload-coverage"
                     *     }
                     */
                    "application/json": components["schemas"]["UploadCoverageReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `If-None-Match` names the answer */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule (`invalid`), or the report is about more productions than one answer carries (`too-many-productions`): name some by `productionId` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many workbooks are being written */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All schedules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "allProductions": true,
                     *           "cron": "0 14 * * *",
                     *           "destinationIds": [
                     *             "0197c1a0-0000-7000-8000-000000000721"
                     *           ],
                     *           "kind": "daily-plays",
                     *           "lastRun": {
                     *             "createdAt": "2026-11-19T14:00:01+09:00",
                     *             "deliveries": {
                     *               "failed": 0,
                     *               "pending": 0,
                     *               "sent": 1,
                     *               "skipped": 0
                     *             },
                     *             "failures": 0,
                     *             "finishedAt": "2026-11-19T14:00:03+09:00",
                     *             "id": "0197c1a0-0000-7000-8000-000000000711",
                     *             "kind": "daily-plays",
                     *             "lastError": null,
                     *             "nextAttemptAt": null,
                     *             "requestedBy": null,
                     *             "scheduleName": "daily-plays",
                     *             "slot": "2026-11-19T14:00:00+09:00",
                     *             "state": "done",
                     *             "trigger": "schedule"
                     *           },
                     *           "name": "daily-plays",
                     *           "nextRuns": [
                     *             "2026-11-20T14:00:00+09:00",
                     *             "2026-11-21T14:00:00+09:00",
                     *             "2026-11-22T14:00:00+09:00",
                     *             "2026-11-23T14:00:00+09:00",
                     *             "2026-11-24T14:00:00+09:00"
                     *           ],
                     *           "pausedAt": null,
                     *           "productionIds": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ListView_ScheduleView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cron": "0 9 * * 1",
                 *       "destinationIds": [
                 *         "0197c1a0-0000-7000-8000-000000000721"
                 *       ],
                 *       "kind": "weekly-plays",
                 *       "name": "weekly-hamlet",
                 *       "productionIds": [
                 *         "0197c1a0-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSchedule"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allProductions": true,
                     *       "cron": "0 14 * * *",
                     *       "destinationIds": [
                     *         "0197c1a0-0000-7000-8000-000000000721"
                     *       ],
                     *       "kind": "daily-plays",
                     *       "lastRun": {
                     *         "createdAt": "2026-11-19T14:00:01+09:00",
                     *         "deliveries": {
                     *           "failed": 0,
                     *           "pending": 0,
                     *           "sent": 1,
                     *           "skipped": 0
                     *         },
                     *         "failures": 0,
                     *         "finishedAt": "2026-11-19T14:00:03+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000711",
                     *         "kind": "daily-plays",
                     *         "lastError": null,
                     *         "nextAttemptAt": null,
                     *         "requestedBy": null,
                     *         "scheduleName": "daily-plays",
                     *         "slot": "2026-11-19T14:00:00+09:00",
                     *         "state": "done",
                     *         "trigger": "schedule"
                     *       },
                     *       "name": "daily-plays",
                     *       "nextRuns": [
                     *         "2026-11-20T14:00:00+09:00",
                     *         "2026-11-21T14:00:00+09:00",
                     *         "2026-11-22T14:00:00+09:00",
                     *         "2026-11-23T14:00:00+09:00",
                     *         "2026-11-24T14:00:00+09:00"
                     *       ],
                     *       "pausedAt": null,
                     *       "productionIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken, or the first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allProductions": true,
                     *       "cron": "0 14 * * *",
                     *       "destinationIds": [
                     *         "0197c1a0-0000-7000-8000-000000000721"
                     *       ],
                     *       "kind": "daily-plays",
                     *       "lastRun": {
                     *         "createdAt": "2026-11-19T14:00:01+09:00",
                     *         "deliveries": {
                     *           "failed": 0,
                     *           "pending": 0,
                     *           "sent": 1,
                     *           "skipped": 0
                     *         },
                     *         "failures": 0,
                     *         "finishedAt": "2026-11-19T14:00:03+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000711",
                     *         "kind": "daily-plays",
                     *         "lastError": null,
                     *         "nextAttemptAt": null,
                     *         "requestedBy": null,
                     *         "scheduleName": "daily-plays",
                     *         "slot": "2026-11-19T14:00:00+09:00",
                     *         "state": "done",
                     *         "trigger": "schedule"
                     *       },
                     *       "name": "daily-plays",
                     *       "nextRuns": [
                     *         "2026-11-20T14:00:00+09:00",
                     *         "2026-11-21T14:00:00+09:00",
                     *         "2026-11-22T14:00:00+09:00",
                     *         "2026-11-23T14:00:00+09:00",
                     *         "2026-11-24T14:00:00+09:00"
                     *       ],
                     *       "pausedAt": null,
                     *       "productionIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The schedule is part of the house */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allProductions": true,
                 *       "cron": "30 9 * * 1"
                 *     }
                 */
                "application/json": components["schemas"]["ChangedSchedule"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description Its state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allProductions": true,
                     *       "cron": "0 14 * * *",
                     *       "destinationIds": [
                     *         "0197c1a0-0000-7000-8000-000000000721"
                     *       ],
                     *       "kind": "daily-plays",
                     *       "lastRun": {
                     *         "createdAt": "2026-11-19T14:00:01+09:00",
                     *         "deliveries": {
                     *           "failed": 0,
                     *           "pending": 0,
                     *           "sent": 1,
                     *           "skipped": 0
                     *         },
                     *         "failures": 0,
                     *         "finishedAt": "2026-11-19T14:00:03+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000711",
                     *         "kind": "daily-plays",
                     *         "lastError": null,
                     *         "nextAttemptAt": null,
                     *         "requestedBy": null,
                     *         "scheduleName": "daily-plays",
                     *         "slot": "2026-11-19T14:00:00+09:00",
                     *         "state": "done",
                     *         "trigger": "schedule"
                     *       },
                     *       "name": "daily-plays",
                     *       "nextRuns": [
                     *         "2026-11-20T14:00:00+09:00",
                     *         "2026-11-21T14:00:00+09:00",
                     *         "2026-11-22T14:00:00+09:00",
                     *         "2026-11-23T14:00:00+09:00",
                     *         "2026-11-24T14:00:00+09:00"
                     *       ],
                     *       "pausedAt": null,
                     *       "productionIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allProductions": true,
                     *       "cron": "0 14 * * *",
                     *       "destinationIds": [
                     *         "0197c1a0-0000-7000-8000-000000000721"
                     *       ],
                     *       "kind": "daily-plays",
                     *       "lastRun": {
                     *         "createdAt": "2026-11-19T14:00:01+09:00",
                     *         "deliveries": {
                     *           "failed": 0,
                     *           "pending": 0,
                     *           "sent": 1,
                     *           "skipped": 0
                     *         },
                     *         "failures": 0,
                     *         "finishedAt": "2026-11-19T14:00:03+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000711",
                     *         "kind": "daily-plays",
                     *         "lastError": null,
                     *         "nextAttemptAt": null,
                     *         "requestedBy": null,
                     *         "scheduleName": "daily-plays",
                     *         "slot": "2026-11-19T14:00:00+09:00",
                     *         "state": "done",
                     *         "trigger": "schedule"
                     *       },
                     *       "name": "daily-plays",
                     *       "nextRuns": [
                     *         "2026-11-20T14:00:00+09:00",
                     *         "2026-11-21T14:00:00+09:00",
                     *         "2026-11-22T14:00:00+09:00",
                     *         "2026-11-23T14:00:00+09:00",
                     *         "2026-11-24T14:00:00+09:00"
                     *       ],
                     *       "pausedAt": null,
                     *       "productionIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allProductions": true,
                     *       "cron": "0 14 * * *",
                     *       "destinationIds": [
                     *         "0197c1a0-0000-7000-8000-000000000721"
                     *       ],
                     *       "kind": "daily-plays",
                     *       "lastRun": {
                     *         "createdAt": "2026-11-19T14:00:01+09:00",
                     *         "deliveries": {
                     *           "failed": 0,
                     *           "pending": 0,
                     *           "sent": 1,
                     *           "skipped": 0
                     *         },
                     *         "failures": 0,
                     *         "finishedAt": "2026-11-19T14:00:03+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000711",
                     *         "kind": "daily-plays",
                     *         "lastError": null,
                     *         "nextAttemptAt": null,
                     *         "requestedBy": null,
                     *         "scheduleName": "daily-plays",
                     *         "slot": "2026-11-19T14:00:00+09:00",
                     *         "state": "done",
                     *         "trigger": "schedule"
                     *       },
                     *       "name": "daily-plays",
                     *       "nextRuns": [
                     *         "2026-11-20T14:00:00+09:00",
                     *         "2026-11-21T14:00:00+09:00",
                     *         "2026-11-22T14:00:00+09:00",
                     *         "2026-11-23T14:00:00+09:00",
                     *         "2026-11-24T14:00:00+09:00"
                     *       ],
                     *       "pausedAt": null,
                     *       "productionIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the schedule */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is to be run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-11-20T10:00:00+09:00",
                     *       "deliveries": {
                     *         "failed": 0,
                     *         "pending": 0,
                     *         "sent": 0,
                     *         "skipped": 0
                     *       },
                     *       "failures": 0,
                     *       "finishedAt": null,
                     *       "id": "0197c1a0-0000-7000-8000-000000000711",
                     *       "kind": "daily-plays",
                     *       "lastError": null,
                     *       "nextAttemptAt": null,
                     *       "requestedBy": {
                     *         "id": "0197c1a0-0000-7000-8000-000000000401",
                     *         "name": "master"
                     *       },
                     *       "scheduleName": "daily-plays",
                     *       "slot": "2026-11-20T10:00:00+09:00",
                     *       "state": "due",
                     *       "trigger": "manual"
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScheduleRuns: {
        parameters: {
            query?: {
                /** @description Direction, by time. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only those of the schedule of this name. */
                schedule?: string;
                /** @description Only those that stand there. */
                state?: "due" | "running" | "done" | "failed" | "missed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "createdAt": "2026-11-19T14:00:01+09:00",
                     *           "deliveries": {
                     *             "failed": 0,
                     *             "pending": 0,
                     *             "sent": 1,
                     *             "skipped": 0
                     *           },
                     *           "failures": 0,
                     *           "finishedAt": "2026-11-19T14:00:03+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000711",
                     *           "kind": "daily-plays",
                     *           "lastError": null,
                     *           "nextAttemptAt": null,
                     *           "requestedBy": null,
                     *           "scheduleName": "daily-plays",
                     *           "slot": "2026-11-19T14:00:00+09:00",
                     *           "state": "done",
                     *           "trigger": "schedule"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_RunView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such schedule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUploads: {
        parameters: {
            query?: {
                /** @description Direction. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Only of this production. */
                productionId?: string;
                /** @description Part of the file name. */
                q?: string;
                /** @description Only of this record date. */
                recordDate?: Day;
                /** @description What to sort by. */
                sort?: "uploadedAt" | "recordDate" | "fileName" | "status";
                /** @description Only those that stand there. */
                status?: "queued" | "processing" | "completed" | "superseded" | "failed" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "current": true,
                     *           "diagnosticCounts": {
                     *             "grade_sum_mismatch": 1
                     *           },
                     *           "facts": {
                     *             "agencies": [],
                     *             "daily": {
                     *               "complimentarySeats": 0,
                     *               "firstDay": "2026-11-18",
                     *               "lastDay": "2026-11-18",
                     *               "revenueKrw": 21340000,
                     *               "rows": 1,
                     *               "seats": 402,
                     *               "seatsByGrade": {
                     *                 "r": 240,
                     *                 "s": 162
                     *               }
                     *             },
                     *             "performances": {
                     *               "casts": 1,
                     *               "complimentarySeats": 12,
                     *               "complimentarySeatsByGrade": {
                     *                 "r": 12,
                     *                 "s": 0
                     *               },
                     *               "depositedKrw": null,
                     *               "depositedSeats": null,
                     *               "firstStart": "2026-11-20T19:30:00+09:00",
                     *               "lastStart": "2026-11-20T19:30:00+09:00",
                     *               "numbers": 0,
                     *               "paidSeats": 291,
                     *               "paidSeatsByGrade": {
                     *                 "r": 180,
                     *                 "s": 111
                     *               },
                     *               "pendingKrw": null,
                     *               "pendingSeats": null,
                     *               "revenueKrw": 15770000,
                     *               "rows": 1
                     *             }
                     *           },
                     *           "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *           "files": [
                     *             {
                     *               "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *               "sha256": "abababababababababababababababababababababababababababababababab",
                     *               "sizeBytes": 1048576
                     *             }
                     *           ],
                     *           "finishedAt": "2026-11-20T00:20:01+09:00",
                     *           "id": "0197c1a0-0000-7000-8000-000000000101",
                     *           "productionCode": "PL2612",
                     *           "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *           "recordDate": "2026-11-19",
                     *           "sha256": "abababababababababababababababababababababababababababababababab",
                     *           "sizeBytes": 1048576,
                     *           "status": "completed",
                     *           "uploadedAt": "2026-11-20T00:20:00+09:00",
                     *           "uploadedBy": {
                     *             "id": "0197c1a0-0000-7000-8000-000000000407",
                     *             "name": "하우스 매니저"
                     *           }
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_UploadSummaryView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The production's id is none */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `wait=N`: wait up to N seconds, at most 60, for the end
                 * @example wait=30
                 */
                Prefer?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description Already there (an upload); or the outcome of a dry run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "becomesCurrent": true,
                     *       "change": {
                     *         "complimentarySeats": 0,
                     *         "paidSeats": 24,
                     *         "performances": 0,
                     *         "revenueKrw": 1340000,
                     *         "saleDays": 0,
                     *         "seats": 24
                     *       },
                     *       "diagnosticCounts": {
                     *         "grade_sum_mismatch": 1
                     *       },
                     *       "diagnostics": [
                     *         {
                     *           "cell": "회차별판매!F37",
                     *           "code": "grade_sum_mismatch",
                     *           "message": {
                     *             "en": "The grades do not add up to the total (109).",
                     *             "ko": "등급별 합계가 총계(109)와 다릅니다."
                     *           },
                     *           "severity": "warning",
                     *           "sheet": "회차별판매",
                     *           "value": "109"
                     *         }
                     *       ],
                     *       "facts": {
                     *         "agencies": [],
                     *         "daily": {
                     *           "complimentarySeats": 0,
                     *           "firstDay": "2026-11-18",
                     *           "lastDay": "2026-11-18",
                     *           "revenueKrw": 21340000,
                     *           "rows": 1,
                     *           "seats": 402,
                     *           "seatsByGrade": {
                     *             "r": 240,
                     *             "s": 162
                     *           }
                     *         },
                     *         "performances": {
                     *           "casts": 1,
                     *           "complimentarySeats": 12,
                     *           "complimentarySeatsByGrade": {
                     *             "r": 12,
                     *             "s": 0
                     *           },
                     *           "depositedKrw": null,
                     *           "depositedSeats": null,
                     *           "firstStart": "2026-11-20T19:30:00+09:00",
                     *           "lastStart": "2026-11-20T19:30:00+09:00",
                     *           "numbers": 0,
                     *           "paidSeats": 291,
                     *           "paidSeatsByGrade": {
                     *             "r": 180,
                     *             "s": 111
                     *           },
                     *           "pendingKrw": null,
                     *           "pendingSeats": null,
                     *           "revenueKrw": 15770000,
                     *           "rows": 1
                     *         }
                     *       },
                     *       "preview": {
                     *         "daily": [
                     *           {
                     *             "complimentarySeats": 0,
                     *             "revenueKrw": 21340000,
                     *             "saleDay": "2026-11-18",
                     *             "seats": 402,
                     *             "seatsByGrade": {
                     *               "r": 240,
                     *               "s": 162
                     *             }
                     *           }
                     *         ],
                     *         "performances": [
                     *           {
                     *             "cast": [
                     *               "김서연",
                     *               "박도윤"
                     *             ],
                     *             "complimentarySeats": 12,
                     *             "complimentarySeatsByGrade": {
                     *               "r": 12,
                     *               "s": 0
                     *             },
                     *             "paidSeats": 291,
                     *             "paidSeatsByGrade": {
                     *               "r": 180,
                     *               "s": 111
                     *             },
                     *             "revenueKrw": 15770000,
                     *             "startsAt": "2026-11-20T19:30:00+09:00"
                     *           }
                     *         ]
                     *       },
                     *       "productionCode": "PL2612",
                     *       "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *       "recognised": null,
                     *       "recordDate": "2026-11-19",
                     *       "replaces": {
                     *         "current": true,
                     *         "diagnosticCounts": {
                     *           "grade_sum_mismatch": 1
                     *         },
                     *         "facts": {
                     *           "agencies": [],
                     *           "daily": {
                     *             "complimentarySeats": 0,
                     *             "firstDay": "2026-11-18",
                     *             "lastDay": "2026-11-18",
                     *             "revenueKrw": 20000000,
                     *             "rows": 1,
                     *             "seats": 378,
                     *             "seatsByGrade": {
                     *               "r": 240,
                     *               "s": 162
                     *             }
                     *           },
                     *           "performances": {
                     *             "casts": 1,
                     *             "complimentarySeats": 12,
                     *             "complimentarySeatsByGrade": {
                     *               "r": 12,
                     *               "s": 0
                     *             },
                     *             "depositedKrw": null,
                     *             "depositedSeats": null,
                     *             "firstStart": "2026-11-20T19:30:00+09:00",
                     *             "lastStart": "2026-11-20T19:30:00+09:00",
                     *             "numbers": 0,
                     *             "paidSeats": 267,
                     *             "paidSeatsByGrade": {
                     *               "r": 180,
                     *               "s": 111
                     *             },
                     *             "pendingKrw": null,
                     *             "pendingSeats": null,
                     *             "revenueKrw": 15770000,
                     *             "rows": 1
                     *           }
                     *         },
                     *         "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *         "files": [
                     *           {
                     *             "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *             "sha256": "abababababababababababababababababababababababababababababababab",
                     *             "sizeBytes": 1048576
                     *           }
                     *         ],
                     *         "finishedAt": "2026-11-20T00:20:01+09:00",
                     *         "id": "0197c1a0-0000-7000-8000-000000000101",
                     *         "productionCode": "PL2612",
                     *         "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *         "recordDate": "2026-11-19",
                     *         "sha256": "abababababababababababababababababababababababababababababababab",
                     *         "sizeBytes": 1048576,
                     *         "status": "completed",
                     *         "uploadedAt": "2026-11-20T00:20:00+09:00",
                     *         "uploadedBy": {
                     *           "id": "0197c1a0-0000-7000-8000-000000000407",
                     *           "name": "하우스 매니저"
                     *         }
                     *       },
                     *       "status": "completed"
                     *     }
                     */
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            /** @description Read to its end: completed or failed */
            201: {
                headers: {
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description Queued */
            202: {
                headers: {
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "current": false,
                     *       "diagnosticCounts": {},
                     *       "diagnostics": [],
                     *       "facts": null,
                     *       "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *       "files": [
                     *         {
                     *           "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *           "sha256": "abababababababababababababababababababababababababababababababab",
                     *           "sizeBytes": 1048576
                     *         }
                     *       ],
                     *       "finishedAt": null,
                     *       "id": "0197c1a0-0000-7000-8000-000000000101",
                     *       "productionCode": "PL2612",
                     *       "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *       "recordDate": "2026-11-19",
                     *       "sha256": "abababababababababababababababababababababababababababababababab",
                     *       "sizeBytes": 1048576,
                     *       "status": "queued",
                     *       "uploadedAt": "2026-11-20T00:20:00+09:00",
                     *       "uploadedBy": {
                     *         "id": "0197c1a0-0000-7000-8000-000000000407",
                     *         "name": "하우스 매니저"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description The multipart body is broken */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such production; `productionCode` and `nearestCode` say which code was asked for, and which may be meant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing more of the body came for 30 seconds, or it was not there within 10 minutes */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A file is over the limit (20 MB) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not multipart, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part breaks a rule, or which production and record date it is about cannot be told */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "upload-refused",
                     *       "detail": "The file name says production 'MU2611', not the one chosen.",
                     *       "diagnostics": [
                     *         {
                     *           "cell": null,
                     *           "code": "wrong_production",
                     *           "message": {
                     *             "en": "The file name says production 'MU2611', not the one chosen.",
                     *             "ko": "파일 이름의 공연 코드 ‘MU2611’이(가) 선택한 공연과 다릅니다."
                     *           },
                     *           "severity": "error",
                     *           "sheet": null,
                     *           "value": "MU2611"
                     *         }
                     *       ],
                     *       "status": 422,
                     *       "title": "The upload cannot be accepted",
                     *       "type": "/problems/upload-refused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many files are being read */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "current": true,
                     *       "diagnosticCounts": {
                     *         "grade_sum_mismatch": 1
                     *       },
                     *       "diagnostics": [
                     *         {
                     *           "cell": "회차별판매!F37",
                     *           "code": "grade_sum_mismatch",
                     *           "message": {
                     *             "en": "The grades do not add up to the total (109).",
                     *             "ko": "등급별 합계가 총계(109)와 다릅니다."
                     *           },
                     *           "severity": "warning",
                     *           "sheet": "회차별판매",
                     *           "value": "109"
                     *         }
                     *       ],
                     *       "facts": {
                     *         "agencies": [],
                     *         "daily": {
                     *           "complimentarySeats": 0,
                     *           "firstDay": "2026-11-18",
                     *           "lastDay": "2026-11-18",
                     *           "revenueKrw": 21340000,
                     *           "rows": 1,
                     *           "seats": 402,
                     *           "seatsByGrade": {
                     *             "r": 240,
                     *             "s": 162
                     *           }
                     *         },
                     *         "performances": {
                     *           "casts": 1,
                     *           "complimentarySeats": 12,
                     *           "complimentarySeatsByGrade": {
                     *             "r": 12,
                     *             "s": 0
                     *           },
                     *           "depositedKrw": null,
                     *           "depositedSeats": null,
                     *           "firstStart": "2026-11-20T19:30:00+09:00",
                     *           "lastStart": "2026-11-20T19:30:00+09:00",
                     *           "numbers": 0,
                     *           "paidSeats": 291,
                     *           "paidSeatsByGrade": {
                     *             "r": 180,
                     *             "s": 111
                     *           },
                     *           "pendingKrw": null,
                     *           "pendingSeats": null,
                     *           "revenueKrw": 15770000,
                     *           "rows": 1
                     *         }
                     *       },
                     *       "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *       "files": [
                     *         {
                     *           "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *           "sha256": "abababababababababababababababababababababababababababababababab",
                     *           "sizeBytes": 1048576
                     *         }
                     *       ],
                     *       "finishedAt": "2026-11-20T00:20:01+09:00",
                     *       "id": "0197c1a0-0000-7000-8000-000000000101",
                     *       "productionCode": "PL2612",
                     *       "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *       "recordDate": "2026-11-19",
                     *       "sha256": "abababababababababababababababababababababababababababababababab",
                     *       "sizeBytes": 1048576,
                     *       "status": "completed",
                     *       "uploadedAt": "2026-11-20T00:20:00+09:00",
                     *       "uploadedBy": {
                     *         "id": "0197c1a0-0000-7000-8000-000000000407",
                     *         "name": "하우스 매니저"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such upload */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "current": false,
                     *       "diagnosticCounts": {
                     *         "grade_sum_mismatch": 1
                     *       },
                     *       "diagnostics": [
                     *         {
                     *           "cell": "회차별판매!F37",
                     *           "code": "grade_sum_mismatch",
                     *           "message": {
                     *             "en": "The grades do not add up to the total (109).",
                     *             "ko": "등급별 합계가 총계(109)와 다릅니다."
                     *           },
                     *           "severity": "warning",
                     *           "sheet": "회차별판매",
                     *           "value": "109"
                     *         }
                     *       ],
                     *       "facts": {
                     *         "agencies": [],
                     *         "daily": {
                     *           "complimentarySeats": 0,
                     *           "firstDay": "2026-11-18",
                     *           "lastDay": "2026-11-18",
                     *           "revenueKrw": 21340000,
                     *           "rows": 1,
                     *           "seats": 402,
                     *           "seatsByGrade": {
                     *             "r": 240,
                     *             "s": 162
                     *           }
                     *         },
                     *         "performances": {
                     *           "casts": 1,
                     *           "complimentarySeats": 12,
                     *           "complimentarySeatsByGrade": {
                     *             "r": 12,
                     *             "s": 0
                     *           },
                     *           "depositedKrw": null,
                     *           "depositedSeats": null,
                     *           "firstStart": "2026-11-20T19:30:00+09:00",
                     *           "lastStart": "2026-11-20T19:30:00+09:00",
                     *           "numbers": 0,
                     *           "paidSeats": 291,
                     *           "paidSeatsByGrade": {
                     *             "r": 180,
                     *             "s": 111
                     *           },
                     *           "pendingKrw": null,
                     *           "pendingSeats": null,
                     *           "revenueKrw": 15770000,
                     *           "rows": 1
                     *         }
                     *       },
                     *       "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *       "files": [
                     *         {
                     *           "fileName": "20261119_PL2612_두 번째 편지.xlsx",
                     *           "sha256": "abababababababababababababababababababababababababababababababab",
                     *           "sizeBytes": 1048576
                     *         }
                     *       ],
                     *       "finishedAt": "2026-11-20T00:20:01+09:00",
                     *       "id": "0197c1a0-0000-7000-8000-000000000101",
                     *       "productionCode": "PL2612",
                     *       "productionId": "0197c1a0-0000-7000-8000-000000000001",
                     *       "recordDate": "2026-11-19",
                     *       "sha256": "abababababababababababababababababababababababababababababababab",
                     *       "sizeBytes": 1048576,
                     *       "status": "withdrawn",
                     *       "uploadedAt": "2026-11-20T00:20:00+09:00",
                     *       "uploadedBy": {
                     *         "id": "0197c1a0-0000-7000-8000-000000000407",
                     *         "name": "하우스 매니저"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such upload */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It failed: there is nothing to withdraw */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "upload-failed",
                     *       "detail": "a failed upload cannot be withdrawn",
                     *       "status": 409,
                     *       "title": "A failed upload cannot be withdrawn",
                     *       "type": "/problems/upload-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUploadFile: {
        parameters: {
            query?: {
                /** @description 2 for the second of a CSV pair. */
                part?: number;
            };
            header?: never;
            path: {
                /** @description Id of the upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description `attachment`, with its name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["OriginalBytes"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such upload, or it has no such part */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store does not have the file any more */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Only active ones, or only inactive ones. */
                active?: boolean;
                /** @description Direction. */
                order?: "asc" | "desc";
                /** @description Page number, from 1. */
                page?: number;
                /** @description Items per page. */
                perPage?: number;
                /** @description Part of the address or the name. */
                q?: string;
                /** @description Only this role. */
                role?: "master" | "admin" | "member";
                /** @description What to sort by. */
                sort?: "email" | "name" | "role" | "createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "active": true,
                     *           "allProductions": true,
                     *           "canManageProductions": true,
                     *           "canUpload": true,
                     *           "createdAt": "2026-09-01T09:00:00+09:00",
                     *           "email": "admin@example.com",
                     *           "id": "0197c1a0-0000-7000-8000-000000000402",
                     *           "name": "admin",
                     *           "productionIds": [],
                     *           "role": "admin"
                     *         },
                     *         {
                     *           "active": true,
                     *           "allProductions": false,
                     *           "canManageProductions": true,
                     *           "canUpload": true,
                     *           "createdAt": "2026-09-01T09:00:00+09:00",
                     *           "email": "member@example.com",
                     *           "id": "0197c1a0-0000-7000-8000-000000000407",
                     *           "name": "member",
                     *           "productionIds": [
                     *             "0197c1a0-0000-7000-8000-000000000001"
                     *           ],
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "page": 1,
                     *       "perPage": 50,
                     *       "total": 2
                     *     }
                     */
                    "application/json": components["schemas"]["PageView_UserView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
                 *     with this key is 422.
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "canUpload": true,
                 *       "email": "member@example.com",
                 *       "name": "담당자",
                 *       "productionIds": [
                 *         "0197c1a0-0000-7000-8000-000000000001"
                 *       ],
                 *       "role": "member"
                 *     }
                 */
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Entered */
            201: {
                headers: {
                    /** @description Its path */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "allProductions": false,
                     *       "canManageProductions": false,
                     *       "canUpload": true,
                     *       "createdAt": "2026-09-01T09:00:00+09:00",
                     *       "email": "member@example.com",
                     *       "id": "0197c1a0-0000-7000-8000-000000000407",
                     *       "name": "member",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "role": "member"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is taken; or the first request with this key is still being answered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description The user's state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "allProductions": false,
                     *       "canManageProductions": true,
                     *       "canUpload": true,
                     *       "createdAt": "2026-09-01T09:00:00+09:00",
                     *       "email": "member@example.com",
                     *       "id": "0197c1a0-0000-7000-8000-000000000407",
                     *       "name": "member",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "role": "member"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user has been active */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of the state that the change is based on. Left out, whatever is there is changed.
                 * @example "r7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true,
                 *       "canUpload": true,
                 *       "productionIds": [
                 *         "0197c1a0-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangedUser"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description The user's state, for `If-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": true,
                     *       "allProductions": false,
                     *       "canManageProductions": true,
                     *       "canUpload": true,
                     *       "createdAt": "2026-09-01T09:00:00+09:00",
                     *       "email": "member@example.com",
                     *       "id": "0197c1a0-0000-7000-8000-000000000407",
                     *       "name": "member",
                     *       "productionIds": [
                     *         "0197c1a0-0000-7000-8000-000000000001"
                     *       ],
                     *       "role": "member"
                     *     }
                     */
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description No JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body was not there within 30 seconds */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last active master must stay one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names another state; `present` is what is there now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "outdated",
                     *       "detail": "somebody changed this meanwhile",
                     *       "present": {
                     *         "active": true,
                     *         "allProductions": false,
                     *         "canManageProductions": true,
                     *         "canUpload": true,
                     *         "createdAt": "2026-09-01T09:00:00+09:00",
                     *         "email": "member@example.com",
                     *         "id": "0197c1a0-0000-7000-8000-000000000407",
                     *         "name": "member",
                     *         "productionIds": [
                     *           "0197c1a0-0000-7000-8000-000000000001"
                     *         ],
                     *         "role": "member"
                     *       },
                     *       "status": 412,
                     *       "title": "Somebody changed this meanwhile",
                     *       "type": "/problems/outdated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over 1 MB, without credentials over 16 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON, or encoded */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A field breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is being received */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-11-21T10:00:00+09:00",
                     *       "url": "https://sales.example.com/reset#token=fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM"
                     *     }
                     */
                    "application/json": components["schemas"]["ResetLinkView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecondFactorOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "demanded": false,
                     *       "recoveryCodesLeft": 9,
                     *       "setUpAt": "2026-11-18T09:00:00+09:00"
                     *     }
                     */
                    "application/json": components["schemas"]["FactorView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactorOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No second factor is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWaitingUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": 17
                     *     }
                     */
                    "application/json": components["schemas"]["DeletedUsersView"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this, or not with this kind of credential */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
            /** @description It runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "database": "ok",
                     *       "deliveries": "ok",
                     *       "jobs": "ok",
                     *       "queue": "ok",
                     *       "schedules": "ok",
                     *       "status": "ok",
                     *       "storage": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Something fails */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
