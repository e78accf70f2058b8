import type { Rule } from "../authoring/rule";
import { defaultKeyIsCustomers, encryptionSwitchedOn, snapshotPublicBlock } from "./ebs/account";
import { lifecycleCopyEncrypted, snapshotCopyEncrypted, volumeEncrypted } from "./ebs/encryption";
import { snapshotCopyKey, volumeKey } from "./ebs/keys";
import { snapshotNotShared } from "./ebs/sharing";

/** Rules on Amazon EBS. */
export const ebsRules: readonly Rule[] = [
  volumeEncrypted,
  volumeKey,
  snapshotCopyEncrypted,
  snapshotCopyKey,
  snapshotNotShared,
  lifecycleCopyEncrypted,
  encryptionSwitchedOn,
  defaultKeyIsCustomers,
  snapshotPublicBlock,
];
