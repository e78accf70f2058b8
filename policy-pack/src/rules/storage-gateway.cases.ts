import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const gatewayOf = (properties: CaseProperties = {}) => resource("aws:storagegateway/gateway:Gateway", properties);
const nfs = (properties: CaseProperties = {}) => resource("aws:storagegateway/nfsFileShare:NfsFileShare", properties);
const smb = (properties: CaseProperties = {}) => resource("aws:storagegateway/smbFileShare:SmbFileShare", properties);
const cached = (properties: CaseProperties = {}) =>
  resource("aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume", properties);
const stored = (properties: CaseProperties = {}) =>
  resource("aws:storagegateway/storedIscsiVolume:StoredIscsiVolume", properties);
const association = (properties: CaseProperties = {}) =>
  resource("aws:storagegateway/fileSystemAssociation:FileSystemAssociation", properties);
const pool = (properties: CaseProperties = {}) => resource("aws:storagegateway/tapePool:TapePool", properties);

export const storageGatewayCases: ServiceCases = {
  "storagegateway-share-encryption": [
    pass("an NFS share with KMS", nfs({ kmsEncrypted: true })),
    pass("a volume with KMS", cached({ kmsEncrypted: "true" })),
    fault("a share, nothing said", smb()),
    fault("a share without KMS", nfs({ kmsEncrypted: false })),
    fault("a key, and not switched on", smb({ kmsKeyArn: "arn:aws:kms:a:1:key/b" })),
    fault("a stored volume, nothing said", stored()),
    undecided("known on update", cached({ kmsEncrypted: unknown })),
  ],
  "storagegateway-cmk": [
    pass("a wired key", nfs({ kmsEncrypted: true, kmsKeyArn: unknown })),
    pass("a volume's key", stored({ kmsEncrypted: true, kmsKey: "arn:aws:kms:a:1:key/b" })),
    pass("no KMS, which another rule reports", smb()),
    fault("KMS without a key", smb({ kmsEncrypted: true })),
    fault("AWS's own key", nfs({ kmsEncrypted: true, kmsKeyArn: "alias/aws/s3" })),
    fault("a volume with a share's input", cached({ kmsEncrypted: true, kmsKeyArn: unknown })),
    undecided("known on update", smb({ kmsEncrypted: unknown })),
    pass("a key, and whether it is used is known on update", smb({ kmsEncrypted: unknown, kmsKeyArn: "key" })),
  ],
  "storagegateway-share-access": [
    pass("one network", nfs({ clientLists: ["10.0.0.0/24"] })),
    pass("single addresses", nfs({ clientLists: ["10.0.0.4", "10.0.0.5"], objectAcl: "private" })),
    pass("an SMB share", smb({ objectAcl: "bucket-owner-full-control" })),
    fault("everyone", nfs({ clientLists: ["0.0.0.0/0"] })),
    fault("a half of everyone, beside one known on update", nfs({ clientLists: [unknown, "128.0.0.0/1"] })),
    fault("public objects", nfs({ clientLists: ["10.0.0.0/24"], objectAcl: "public-read" })),
    fault("objects for every AWS account", smb({ objectAcl: "authenticated-read" })),
    fault("objects that all may write", smb({ objectAcl: "public-read-write" })),
    undecided("clients known on update", nfs({ clientLists: unknown })),
    undecided("an ACL known on update", smb({ objectAcl: unknown })),
    pass("no clients, which AWS does not accept", nfs()),
  ],
  "storagegateway-share-identity": [
    pass("NFS, nothing said", nfs()),
    pass("all users squashed", nfs({ squash: "AllSquash" })),
    pass("SMB, nothing said", smb()),
    pass("a directory", smb({ authentication: "ActiveDirectory" })),
    fault("no squash", nfs({ squash: "NoSquash" })),
    fault("guests", smb({ authentication: "GuestAccess" })),
    undecided("squash known on update", nfs({ squash: unknown })),
    undecided("authentication known on update", smb({ authentication: unknown })),
  ],
  "storagegateway-smb-encryption": [
    pass("encryption demanded", gatewayOf({ gatewayType: "FILE_S3", smbSecurityStrategy: "MandatoryEncryption" })),
    pass("without AES-128", gatewayOf({ smbSecurityStrategy: "MandatoryEncryptionNoAes128" })),
    pass("a file gateway without SMB", gatewayOf({ gatewayType: "FILE_S3" })),
    pass("a volume gateway", gatewayOf({ gatewayType: "CACHED" })),
    fault("signing only", gatewayOf({ gatewayType: "FILE_S3", smbSecurityStrategy: "MandatorySigning" })),
    fault("as clients like", gatewayOf({ smbSecurityStrategy: "ClientSpecified" })),
    fault("a directory, nothing said", gatewayOf({ gatewayType: "FILE_S3", smbActiveDirectorySettings: {} })),
    fault("a gateway for FSx, nothing said", gatewayOf({ gatewayType: "FILE_FSX_SMB" })),
    undecided("known on update", gatewayOf({ gatewayType: "FILE_S3", smbSecurityStrategy: unknown })),
    undecided("a kind known on update", gatewayOf({ gatewayType: unknown, smbFileShareVisibility: true })),
  ],
  "storagegateway-no-smb-guest": [
    pass("no password", gatewayOf()),
    pass("a directory", gatewayOf({ smbActiveDirectorySettings: { domainName: "a", password: "p", username: "u" } })),
    fault("a password", gatewayOf({ smbGuestPassword: "p" })),
    fault("a password known on update", gatewayOf({ smbGuestPassword: unknown })),
  ],
  "storagegateway-logging": [
    pass("a gateway with a log group", gatewayOf({ cloudwatchLogGroupArn: unknown })),
    pass("an audited SMB share", smb({ auditDestinationArn: unknown })),
    pass("an audited NFS share", nfs({ auditDestinationArn: "arn" })),
    fault("a gateway without a log group", gatewayOf()),
    fault("an SMB share without audit", smb({ auditDestinationArn: "" })),
    fault("an NFS share without audit", nfs()),
    fault("a file system without audit", association()),
    pass("an audited file system", association({ auditDestinationArn: unknown })),
  ],
  "storagegateway-private-endpoint": [
    pass("an endpoint", gatewayOf({ gatewayVpcEndpoint: "vpce-1.storagegateway.us-east-1.vpce.amazonaws.com" })),
    pass("a wired endpoint", gatewayOf({ gatewayVpcEndpoint: unknown })),
    fault("nothing said", gatewayOf()),
    fault("an empty name", gatewayOf({ gatewayVpcEndpoint: "" })),
  ],
  "storagegateway-tape-retention": [
    pass("six years", pool({ retentionLockType: "COMPLIANCE", retentionLockTimeInDays: 2190 })),
    pass("longer, by governance", pool({ retentionLockType: "GOVERNANCE", retentionLockTimeInDays: 3650 })),
    fault("nothing said", pool()),
    fault("a time without a lock", pool({ retentionLockTimeInDays: 2190 })),
    fault("a lock switched off", pool({ retentionLockType: "NONE", retentionLockTimeInDays: 2190 })),
    fault("a day short", pool({ retentionLockType: "COMPLIANCE", retentionLockTimeInDays: 2189 })),
    fault("a lock without a time", pool({ retentionLockType: "COMPLIANCE" })),
    undecided("known on update", pool({ retentionLockType: "COMPLIANCE", retentionLockTimeInDays: unknown })),
  ],
  "storagegateway-gateway-type": [
    pass("a file gateway", gatewayOf({ gatewayType: "FILE_S3" })),
    pass("a tape gateway", gatewayOf({ gatewayType: "VTL" })),
    fault("nothing said, which means stored volumes", gatewayOf()),
    fault("no such kind", gatewayOf({ gatewayType: "FILE" })),
    undecided("known on update", gatewayOf({ gatewayType: unknown })),
  ],
};
