import { textOf } from "@hipaa-aws/stack-state";
import type { ServiceSimulation } from "../type-simulation";

const key = {
  id: "{uuid}",
  arn: "arn:{partition}:kms:{region}:{account}:key/{id}",
  outputs: { keyId: "{id}", keyUsage: "ENCRYPT_DECRYPT", isEnabled: true, multiRegion: false },
};

/** AWS Key Management Service. */
export const kms: ServiceSimulation = {
  "aws:kms/key:Key": { ...key, outputs: { ...key.outputs, customerMasterKeySpec: "SYMMETRIC_DEFAULT" } },
  // A replica has the id of its primary, with the prefix of multi-Region keys.
  "aws:kms/replicaKey:ReplicaKey": {
    id: "mrk-{hex32}",
    arn: key.arn,
    outputs: { keyId: "{id}", keyUsage: "ENCRYPT_DECRYPT", keySpec: "SYMMETRIC_DEFAULT", keyRotationEnabled: true },
  },
  "aws:kms/alias:Alias": {
    id: "{name}",
    arn: "arn:{partition}:kms:{region}:{account}:{name}",
    outputs: {
      targetKeyArn: ({ inputs, fill }) => {
        const target = textOf(inputs.targetKeyId);
        return target.startsWith("arn:") ? target : fill(`arn:{partition}:kms:{region}:{account}:key/${target}`);
      },
    },
    autoname: { property: "name", maxLength: 256, prefix: "alias/" },
  },
  "aws:kms/grant:Grant": { id: "{keyId}:{hex64}", outputs: { grantId: "{hex64}", grantToken: "{hex64}" } },
};
