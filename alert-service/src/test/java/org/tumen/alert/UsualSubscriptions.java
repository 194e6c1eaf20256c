package org.tumen.alert;

/** Subscriptions that are told at once: a test has those of its own, each to a signal that no other asks for. */
final class UsualSubscriptions {

    private UsualSubscriptions() {}

    static String yaml() {
        return """
                subscriptions:
                  - id: triangle-desk
                    name: Triangle desk
                    filter: {signals: [protocol-snub], dyads: [DPRK-PRC], minScore: 0.5}
                    email: [desk@example.org]
                    webhook: {url: "RECEIVER/hook", secret: SECRET}
                  - {id: nobody, name: Nobody, filter: {signals: [energy-shipment]}, email: [nobody@example.org]}
                  - {id: retry, name: Retry, filter: {signals: [treaty-move]}, webhook: {url: "RECEIVER/retry", secret: SECRET}}
                  - {id: gone, name: Gone, filter: {signals: [aid-cut]}, webhook: {url: "RECEIVER/gone", secret: SECRET}}
                  - {id: moved, name: Moved, filter: {signals: [aid-shipment]}, webhook: {url: "RECEIVER/moved", secret: SECRET}}
                  - id: inside
                    name: Inside
                    filter: {signals: [troop-deployment]}
                    email: [inside@example.org]
                    webhook: {url: "http://10.0.0.1/hook", secret: SECRET}
                  - id: hostile
                    name: Hostile
                    filter: {signals: [symbolic-act]}
                    email: [hostile@example.org]
                    webhook: {url: "RECEIVER/hostile", secret: SECRET}
                  - {id: hostile-slack, name: Slack, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/slack", format: slack}}
                  - {id: hostile-teams, name: Teams, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/teams", format: teams}}
                  - {id: hostile-mattermost, name: Mattermost, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/mattermost", format: mattermost}}
                  - {id: rotated, name: Rotated, filter: {signals: [labour-dispatch]}, webhook: {url: "RECEIVER/rotated", secrets: [NEXT-ONE, SECRET]}}
                  - {id: fewer, name: Fewer, filter: {signals: [fewer]}, webhook: {url: "RECEIVER/fewer", secret: SECRET}}
                  - {id: slow, name: Slow, filter: {signals: [economic-link]}, webhook: {url: "OTHER/slow", secret: SECRET}}
                  - {id: fast, name: Fast, filter: {signals: [people-exchange]}, webhook: {url: "RECEIVER/fast", secret: SECRET}}
                  - id: failing
                    name: Failing
                    filter: {signals: [military-drill]}
                    webhook: {url: "RECEIVER/failing", secret: SECRET, owner: owner@example.org}
                  - {id: operators, name: Operators, filter: {operations: [feed, endpoint]}, email: [operator@example.org], webhook: {url: "RECEIVER/operators", secret: SECRET}}
                  - {id: off, name: Off, filter: {signals: [statement-wording]}, webhook: {url: "RECEIVER/chat/off", format: slack}}
                  - {id: atom, name: Atom, filter: {signals: [symbolic-gift]}}
                  - {id: asking, name: Asking, filter: {signals: [envoy-recall]}, email: [asked@example.org], confirm: true}
                  - {id: looked-at, name: Looked at, filter: {signals: [envoy-return]}, email: [looked-at@example.org], confirm: true}
                  - {id: leaving, name: Leaving, filter: {signals: [military-exchange]}, email: [leaver@example.org]}
                  - {id: back, name: Back, filter: {signals: [envoy-visit]}, webhook: {url: "RECEIVER/back", secret: SECRET}}
                  - {id: old, name: Old, filter: {signals: [summit]}, webhook: {url: "RECEIVER/old", secret: SECRET}}
                  - {id: half, name: Half, filter: {signals: [aid-offer]}, webhook: {url: "RECEIVER/half", secret: SECRET}}
                  - {id: counted, name: Counted, filter: {signals: [counted]}, email: [counted@example.org], webhook: {url: "RECEIVER/counted", secret: SECRET}}
                  - {id: at-once, name: At once, filter: {signals: [at-once]}, webhook: {url: "RECEIVER/at-once", secret: SECRET}}
                  - {id: late, name: Late, filter: {signals: [late-heartbeat]}, webhook: {url: "RECEIVER/late", secret: SECRET}}
                  - {id: taken-over, name: Taken over, filter: {signals: [taken-over]}, webhook: {url: "RECEIVER/taken-over", secret: SECRET}}
                  - {id: unrecorded, name: Unrecorded, filter: {signals: [unrecorded]}, webhook: {url: "RECEIVER/unrecorded", secret: SECRET}}
                  - {id: bug, name: Bug, filter: {signals: [sanctions-relief]}, webhook: {url: "RECEIVER/bug", secret: SECRET}}
                  - id: letters
                    name: Letters
                    filter: {signals: [leader-message], statuses: [reported, announced]}
                    email: [letters@example.org]
                    webhook: {url: "RECEIVER/letters", secret: SECRET}
                  - id: absences
                    name: Absences
                    filter: {signals: [expected-not-seen], dyads: [DPRK-PRC]}
                    email: [absences@example.org]
                    webhook: {url: "RECEIVER/absences", secret: SECRET}
                  - {id: streamed, name: Streamed, filter: {signals: [streamed]}, webhook: {url: "RECEIVER/streamed", secret: SECRET}}
                  - {id: words, name: Words, filter: {text: "lighthouse* NOT museum"}, email: [words@example.org]}
                  - {id: two, name: Two, filter: {signals: [arms-sale], languages: [en], minOrigins: 2}, webhook: {url: "RECEIVER/two", secret: SECRET}}
                  - {id: judged, name: Judged, filter: {signals: [media-placement]}, email: [judge@example.org]}
                  - id: no-mail
                    name: No mail
                    filter: {signals: [arms-transfer]}
                    email: [late@example.org]
                    webhook: {url: "RECEIVER/prompt", secret: SECRET}
                """.replace("RECEIVER", RealParts.RECEIVER.url("/").replaceAll("/$", ""))
                .replace("OTHER", RealParts.RECEIVER.urlOfAnotherHost("/").replaceAll("/$", ""))
                .replace("NEXT-ONE", RealParts.NEXT_SECRET)
                .replace("SECRET", RealParts.SECRET);
    }
}
