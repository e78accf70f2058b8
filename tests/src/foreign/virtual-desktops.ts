import type { ForeignShape } from "../support/foreign";
import { careless } from "./virtual-desktops/careless";
import { compliant } from "./virtual-desktops/compliant";

export const shape: ForeignShape = {
  title: "WorkSpaces, Directory Service, FSx for Windows File Server, AppStream 2.0",
  compliant,
  careless,
  accepted: {},
  mistakes: [
    { what: "the default group keeps its rules", foundBy: ["vpc-default-security-group-adopted at desk"] },
    { what: "no flow log", foundBy: ["vpc-flow-logs-enabled at desk"] },
    {
      what: "public addresses for whatever starts",
      foundBy: ["vpc-subnet-no-auto-public-ip at desk-a", "vpc-subnet-no-auto-public-ip at desk-b"],
    },
    { what: "remote desktops for the whole internet", foundBy: ["vpc-sg-no-admin-ports at desk"] },
    { what: "shares for the whole internet", foundBy: ["vpc-sg-no-open-ingress at desk"] },
    { what: "telnet", foundBy: ["vpc-sg-no-plaintext-protocol-ports at desk"] },
    { what: "a Simple AD", foundBy: ["directory-microsoft-ad at desk"] },
    { what: "a protocol that shows the password", foundBy: ["directory-mfa-radius at accounts"] },
    { what: "a security log that goes nowhere", foundBy: ["directory-logs-forwarded at accounts"] },
    { what: "a password for all to read", foundBy: ["ssm-secure-parameters at accounts-admin"] },
    { what: "shares without a key", foundBy: ["fsx-cmk at shares"] },
    { what: "shares without audit", foundBy: ["fsx-windows-audit-backup at shares"] },
    { what: "a day of backups", foundBy: ["fsx-automatic-backups at shares"] },
    { what: "scans on scratch storage", foundBy: ["fsx-lustre-persistent at scans"] },
    { what: "everything in EC2", foundBy: ["iam-no-full-access-managed-policy at workspaces"] },
    { what: "the whole internet in two halves", foundBy: ["workspaces-ip-groups at anywhere"] },
    {
      what: "passwords alone, any browser, public addresses, administrators",
      foundBy: ["workspaces-directory-controls at desk"],
    },
    { what: "a volume that is not encrypted", foundBy: ["workspaces-volumes-encrypted at desk-1"] },
    { what: "two that are not", foundBy: ["workspaces-volumes-encrypted at desk-2"] },
    { what: "two under AWS's own key", foundBy: ["workspaces-volume-cmk at desk-3"] },
    { what: "sessions over the open internet", foundBy: ["appstream-fleet-private at encoder"] },
    { what: "sessions that let everything out", foundBy: ["appstream-data-egress at encoder"] },
    { what: "sessions that nobody's absence ends", foundBy: ["appstream-session-timeouts at encoder"] },
    { what: "profiles without versions", foundBy: ["s3-versioning at profiles"] },
    { what: "profiles over plain HTTP", foundBy: ["s3-deny-insecure-transport at profiles"] },
    { what: "profiles that go with the stack", foundBy: ["s3-force-destroy-off at profiles"] },
    { what: "profiles without a key", foundBy: ["s3-default-encryption at profiles"] },
    { what: "profiles whose readers nobody knows", foundBy: ["s3-access-logging at profiles"] },
  ],
};
