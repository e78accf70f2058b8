import {
  atLeast,
  both,
  forbidden,
  mustBeTrue,
  noneOf,
  oneOf,
  oneOfOrUnset,
  required,
  type Check,
} from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isWorldOpen } from "../knowledge/cidr";
import { isCustomerKey } from "../knowledge/customer-key";

const gateway = "aws:storagegateway/gateway:Gateway";
const nfs = "aws:storagegateway/nfsFileShare:NfsFileShare";
const smb = "aws:storagegateway/smbFileShare:SmbFileShare";

const shareEncryption = resourceRule("storagegateway-share-encryption", {
  check: mustBeTrue("kmsEncrypted", "what the gateway stores is not encrypted with AWS KMS"),
});

const cmk = resourceRule("storagegateway-cmk", {
  check: (resource) => {
    const isShare = resource.type === nfs || resource.type === smb;
    resource.expect(
      // Without KMS there is no key to judge: storagegateway-share-encryption reports that.
      resource
        .get("kmsEncrypted")
        .isTrue()
        .not()
        .or(isCustomerKey(resource.get(isShare ? "kmsKeyArn" : "kmsKey"))),
      "what the gateway stores is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const publicAcls = ["public-read", "public-read-write", "authenticated-read"];

const shareAccess = resourceRule("storagegateway-share-access", {
  check: (resource) => {
    if (resource.type === nfs) {
      resource.expect(isWorldOpen(resource.get("clientLists")).not(), "the share may be mounted from anywhere");
    }
    noneOf("objectAcl", publicAcls, "the share writes objects that others may read")(resource);
  },
});

const shareIdentity = resourceRule("storagegateway-share-identity", {
  check: (resource) =>
    resource.type === nfs
      ? oneOfOrUnset("squash", ["RootSquash", "AllSquash"], "root on a client is root on the share")(resource)
      : oneOfOrUnset("authentication", ["ActiveDirectory"], "the share lets guests in")(resource),
});

const encryptedSessions = ["MandatoryEncryption", "MandatoryEncryptionNoAes128"];

const smbEncryption = resourceRule("storagegateway-smb-encryption", {
  check: (resource) => {
    const strategy = resource.get("smbSecurityStrategy");
    const settings = ["smbActiveDirectorySettings", "smbGuestPassword", "smbFileShareVisibility"];
    // A gateway for Amazon FSx serves SMB and nothing else; one for Amazon S3 may serve NFS alone.
    const servesSmb = Truth.any([
      strategy.isGiven(),
      resource.get("gatewayType").isOneOf("FILE_FSX_SMB"),
      resource
        .get("gatewayType")
        .isOneOf("FILE_S3")
        .and(Truth.any(settings.map((name) => resource.get(name).isGiven()))),
    ]);
    resource.expect(
      servesSmb.not().or(strategy.isOneOf(...encryptedSessions)),
      "the gateway does not demand encrypted SMB sessions",
    );
  },
});

const noSmbGuest = resourceRule("storagegateway-no-smb-guest", {
  faultsOnPresence: true,
  check: forbidden("smbGuestPassword", "the gateway sets a password for guests"),
});

const audited: Check = required("auditDestinationArn", "access through the gateway leaves no audit log");

const logging = resourceRule("storagegateway-logging", {
  check: (resource) =>
    resource.type === gateway
      ? required("cloudwatchLogGroupArn", "the gateway has no log group for its health")(resource)
      : audited(resource),
});

const privateEndpoint = resourceRule("storagegateway-private-endpoint", {
  check: required("gatewayVpcEndpoint", "the gateway is activated over a public endpoint"),
});

/** Six years, as the record of the Security Rule's actions has to be kept. */
const sixYearsInDays = 2190;

const tapeRetention = resourceRule("storagegateway-tape-retention", {
  check: both(
    oneOf("retentionLockType", ["COMPLIANCE", "GOVERNANCE"], "archived tapes are not locked against deletion"),
    atLeast("retentionLockTimeInDays", sixYearsInDays, "archived tapes are locked for less than six years"),
  ),
});

const gatewayType = resourceRule("storagegateway-gateway-type", {
  check: oneOf(
    "gatewayType",
    ["FILE_S3", "CACHED", "STORED", "VTL", "FILE_FSX_SMB"],
    "the kind of the gateway is not stated",
  ),
});

/** Rules on AWS Storage Gateway. */
export const storageGatewayRules: readonly Rule[] = [
  shareEncryption,
  cmk,
  shareAccess,
  shareIdentity,
  smbEncryption,
  noSmbGuest,
  logging,
  privateEndpoint,
  tapeRetention,
  gatewayType,
];
