import { checksFor } from "@hipaa-aws/foundation";
import { keyClassNames } from "./key-classes";
import type { KeyRingArgs } from "./key-ring-args";

// A role, also one with a path; a user or an assumed-role session would be lost when it is made again.
const roleArn = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const roleForm = "the ARN of an IAM role, for example arn:aws:iam::111122223333:role/key-administrator";

/** Refuses arguments that AWS would refuse later, or that contradict each other. */
export function checkKeyRing(name: string, args: KeyRingArgs): void {
  const checks = checksFor("KeyRing", name);
  if (args.deletionWindowDays !== undefined) checks.integer("deletionWindowDays", args.deletionWindowDays, 7, 30);
  if (args.rotationPeriodDays !== undefined) checks.integer("rotationPeriodDays", args.rotationPeriodDays, 90, 365);
  if (args.replicaRegion !== undefined) {
    checks.matches("replicaRegion", args.replicaRegion, /^[a-z]{2}(-[a-z]+)+-\d$/, "a Region, for example us-west-2");
    if (args.multiRegion === false) {
      checks.fail(
        "replicaRegion and multiRegion",
        "contradict each other: a key that is not multi-Region has no replicas",
        "Remove multiRegion: false, or remove replicaRegion",
      );
    }
  }
  if (args.breakGlassRoles?.length === 0) {
    checks.fail("breakGlassRoles", "is empty, which would deny deletion to everybody", "Name a role, or leave it out");
  }

  const administrators = literal(args.administrators);
  for (const role of administrators) checks.matches("administrators", role, roleArn, roleForm);
  for (const role of literal(args.breakGlassRoles)) checks.matches("breakGlassRoles", role, roleArn, roleForm);
  for (const keyClass of keyClassNames) {
    const argument = `users.${keyClass}`;
    for (const role of literal(args.users?.[keyClass])) {
      checks.matches(argument, role, roleArn, roleForm);
      if (administrators.includes(role)) {
        checks.fail(
          `administrators and ${argument}`,
          `both hold ${role}, but who manages a key may not use it`,
          "Keep the role in one of them",
        );
      }
    }
  }
}

// Outputs are known too late to be judged here; the policy's denial holds for them all the same.
function literal(roles: KeyRingArgs["administrators"]): string[] {
  return (roles ?? []).filter((role) => typeof role === "string");
}
