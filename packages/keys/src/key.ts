import { awsEnvironment, tags } from "@hipaa-aws/foundation";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { keyClasses, type KeyClass } from "./key-classes";
import { keyPolicy, type KeyPolicyRoles } from "./key-policy";
import type { KeyRingArgs, KeyRingKey } from "./key-ring-args";

/** Key and alias of one class, and the replica where one is asked for. */
export function createKey(
  ring: pulumi.Resource,
  name: string,
  keyClass: KeyClass,
  args: KeyRingArgs,
): pulumi.Output<KeyRingKey> {
  const keyName = `${name}-${keyClass}`;
  const environment = awsEnvironment(ring);
  const roles: KeyPolicyRoles = {
    administrators: args.administrators ?? [],
    users: args.users?.[keyClass] ?? [],
    breakGlass: args.breakGlassRoles,
  };
  const options = { parent: ring, ...((args.deletionProtection ?? true) ? { protect: true } : {}) };
  const { description, singleRegion = false } = keyClasses[keyClass];
  const key = new kms.Key(
    keyName,
    {
      description,
      policy: keyPolicy(keyClass, environment, roles),
      enableKeyRotation: true,
      rotationPeriodInDays: args.rotationPeriodDays ?? 365,
      deletionWindowInDays: args.deletionWindowDays ?? 30,
      multiRegion: !singleRegion && (args.multiRegion ?? args.replicaRegion !== undefined),
      tags: tags({}, args.tags, keyName),
    },
    options,
  );
  const alias = new kms.Alias(keyName, { targetKeyId: key.keyId }, { parent: ring });
  const replicaArn = args.replicaRegion && !singleRegion ? createReplica(args.replicaRegion) : undefined;
  return pulumi.all([key.arn, key.keyId, alias.name, replicaArn]).apply(([arn, keyId, aliasName, replica]) => ({
    arn,
    keyId,
    aliasName,
    ...(replica ? { replicaArn: replica } : {}),
  }));

  function createReplica(region: string): pulumi.Output<string> {
    // The policy of a replica is its own: it names the services of its Region.
    const replica = new kms.ReplicaKey(
      `${keyName}-replica`,
      {
        region,
        description,
        primaryKeyArn: key.arn,
        policy: keyPolicy(keyClass, { ...environment, region: pulumi.output(region) }, roles),
        deletionWindowInDays: args.deletionWindowDays ?? 30,
        tags: tags({}, args.tags, keyName),
      },
      options,
    );
    new kms.Alias(`${keyName}-replica`, { region, targetKeyId: replica.keyId }, { parent: ring });
    return replica.arn;
  }
}
