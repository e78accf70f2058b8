import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";

const desktop = (properties: CaseProperties = {}) => resource("aws:workspaces/workspace:Workspace", properties);
const directory = (properties: CaseProperties = {}) =>
  resource("aws:workspaces/directory:Directory", { ...controlled, ...properties });
const group = (rules?: unknown) => resource("aws:workspaces/ipGroup:IpGroup", { rules });
const pool = (timeoutSettings?: unknown) => resource("aws:workspaces/pool:Pool", { timeoutSettings });
const controlled = {
  ipGroupIds: [unknown],
  samlProperties: { status: "ENABLED" },
  workspaceCreationProperties: { userEnabledAsLocalAdministrator: false },
};
const activeDirectory = (name: string) =>
  resource("aws:directoryservice/directory:Directory", { type: "MicrosoftAD" }, { name });
const radius = (directoryId: unknown) =>
  resource("aws:directoryservice/radiusSettings:RadiusSettings", { directoryId }, { name: "radius" });
const encrypted = { rootVolumeEncryptionEnabled: true, userVolumeEncryptionEnabled: true };

export const workspacesCases: ServiceCases = {
  "workspaces-volumes-encrypted": [
    pass("both encrypted", desktop(encrypted)),
    pass(
      "both encrypted, as text",
      desktop({ rootVolumeEncryptionEnabled: "true", userVolumeEncryptionEnabled: "true" }),
    ),
    fault("nothing said", desktop()),
    fault("the root volume only", desktop({ rootVolumeEncryptionEnabled: true })),
    fault("the user volume only", desktop({ userVolumeEncryptionEnabled: true })),
    fault("a key, and not switched on", desktop({ volumeEncryptionKey: "alias/desktops" })),
    fault("one not, the other known on update", desktop({ rootVolumeEncryptionEnabled: unknown })),
    undecided("known on update", desktop({ ...encrypted, userVolumeEncryptionEnabled: unknown })),
  ],
  "workspaces-volume-cmk": [
    pass("a wired key", desktop({ ...encrypted, volumeEncryptionKey: unknown })),
    pass("a customer's alias", desktop({ ...encrypted, volumeEncryptionKey: "alias/desktops" })),
    pass("no encryption, which another rule reports", desktop()),
    fault("no key", desktop(encrypted)),
    fault("no key for the user volume", desktop({ userVolumeEncryptionEnabled: true })),
    fault("AWS's own key", desktop({ ...encrypted, volumeEncryptionKey: "alias/aws/workspaces" })),
    undecided("encryption known on update", desktop({ rootVolumeEncryptionEnabled: unknown })),
  ],
  "workspaces-directory-controls": [
    pass("controlled", directory()),
    pass("Identity Center", directory({ samlProperties: undefined, userIdentityType: "AWS_IAM_IDENTITY_CENTER" })),
    pass(
      "a pool, which has no local administrators",
      directory({ workspaceType: "POOLS", workspaceCreationProperties: {} }),
    ),
    pass("browsers denied", directory({ workspaceAccessProperties: { deviceTypeWeb: "DENY" } })),
    fault("any address", directory({ ipGroupIds: [] })),
    fault(
      "public addresses",
      directory({
        workspaceCreationProperties: { enableInternetAccess: true, userEnabledAsLocalAdministrator: false },
      }),
    ),
    fault("local administrators by default", directory({ workspaceCreationProperties: {} })),
    fault(
      "local administrators",
      directory({ workspaceCreationProperties: { userEnabledAsLocalAdministrator: true } }),
    ),
    fault("any browser", directory({ workspaceAccessProperties: { deviceTypeWeb: "ALLOW" } })),
    fault("passwords alone", directory({ samlProperties: undefined })),
    fault(
      "SAML with a way round it",
      directory({ samlProperties: { status: "ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK" } }),
    ),
    fault("larger volumes", directory({ selfServicePermissions: { increaseVolumeSize: true } })),
    fault("any address, SAML known on update", directory({ ipGroupIds: undefined, samlProperties: unknown })),
    undecided("SAML known on update", directory({ samlProperties: { status: unknown } })),
    pass("a second factor by RADIUS", [
      directory({ samlProperties: undefined, directoryId: ref("ad", "id") }),
      activeDirectory("ad"),
      radius(ref("ad", "id")),
    ]),
    pass("a second factor by RADIUS of a directory outside of the stack", [
      directory({ samlProperties: undefined, directoryId: "d-9067012345" }),
      radius("d-9067012345"),
    ]),
    fault("a second factor of another directory", [
      directory({ samlProperties: undefined, directoryId: ref("ad", "id") }),
      activeDirectory("ad"),
      activeDirectory("other"),
      radius(ref("other", "id")),
    ]),
    undecided("a second factor of a directory known on update", [
      directory({ samlProperties: undefined, directoryId: "d-9067012345" }),
      radius(unknown),
    ]),
  ],
  "workspaces-ip-groups": [
    pass("an office", group([{ source: "198.51.100.0/24" }])),
    pass("no rules, which lets nobody in", group()),
    fault("everyone", group([{ source: "0.0.0.0/0" }])),
    fault("a half of everyone", group([{ source: "10.0.0.0/8" }, { source: "0.0.0.0/1" }])),
    fault("everyone beside one known on update", group([unknown, { source: "0.0.0.0/0" }])),
    undecided("a range known on update", group([{ source: unknown }])),
  ],
  "workspaces-auto-stop": [
    pass("stops by itself", desktop({ workspaceProperties: { runningMode: "AUTO_STOP" } })),
    pass("a pool of 15 minutes", pool([{ idleDisconnectTimeoutInSeconds: 900 }])),
    fault("nothing said, which means it runs on", desktop()),
    fault("runs on", desktop({ workspaceProperties: { runningMode: "ALWAYS_ON" } })),
    fault("a pool, nothing said", pool()),
    fault("a pool a second longer", pool([{ idleDisconnectTimeoutInSeconds: 901 }])),
    fault("a pool without a limit", pool([{ idleDisconnectTimeoutInSeconds: 0 }])),
    undecided("known on update", desktop({ workspaceProperties: unknown })),
    undecided("a pool's time known on update", pool([{ idleDisconnectTimeoutInSeconds: unknown }])),
  ],
};
