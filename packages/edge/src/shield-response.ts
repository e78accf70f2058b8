import * as shield from "@pulumi/aws/shield";
import * as pulumi from "@pulumi/pulumi";
import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { ShieldResponseArgs } from "./shield-response-args";

const mostContacts = 10;

/**
 * Proactive engagement of AWS Shield Advanced, once an account: the response team calls those on duty when a protected
 * resource is attacked and its health check fails. The account needs the Shield Advanced subscription and a Business or
 * Enterprise support plan. The team advises; access to web ACLs and logs is not given to it.
 *
 * Cost: part of the subscription.
 *
 * @throws ArgumentError for contacts that nobody could reach; see README
 * Source: 45 CFR 164.308(a)(6)(ii), 164.308(a)(7)(i).
 */
export class ShieldResponse extends pulumi.ComponentResource {
  /** Account for which the response team calls. */
  public readonly accountId!: pulumi.Output<string>;

  constructor(name: string, args: ShieldResponseArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("ShieldResponse", name);
    checkContacts(checks, args.contacts);
    super("edge:index:ShieldResponse", name, { ...args }, opts);

    const engagement = new shield.ProactiveEngagement(
      `${name}-engagement`,
      {
        enabled: true,
        emergencyContacts: args.contacts.map(({ email, phone, notes }) => ({
          emailAddress: email,
          ...(phone === undefined ? {} : { phoneNumber: phone }),
          ...(notes === undefined ? {} : { contactNotes: notes }),
        })),
      },
      { parent: this },
    );

    this.accountId = engagement.id;
    this.registerOutputs({ accountId: this.accountId });
  }
}

function checkContacts(checks: ArgumentChecks, contacts: ShieldResponseArgs["contacts"]): void {
  checks.atLeast("contacts", contacts, 1);
  if (contacts.length > mostContacts) {
    checks.fail("contacts", `has ${contacts.length} elements`, `Give at most ${mostContacts}, which is what AWS takes`);
  }
  for (const { email, phone, notes } of contacts) {
    checks.matches("contacts.email", email, /^[^\s@]{1,64}@[^\s@]{1,84}\.[^\s@.]+$/, "an e-mail address");
    if (phone !== undefined) {
      checks.matches("contacts.phone", phone, /^\+[1-9]\d{1,14}$/, "a number such as +15555550100, without spaces");
    }
    if (notes !== undefined) {
      checks.matches(
        "contacts.notes",
        notes,
        /^[\w\s.\-,:/()+@]{1,1024}$/,
        "1 to 1024 letters, digits and punctuation",
      );
    }
  }
  if (contacts.some(({ phone }) => phone !== undefined)) return;
  checks.fail("contacts", "have no telephone number", "Give one at least: the response team calls");
}
