import { gzipSync } from "node:zlib";
import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { byTemplate, configuration, instance, spotFleet, spotInstance, template } from "../../testing/ec2";

const publicAddress = (associatePublicIpAddress: unknown) => ({ associatePublicIpAddress });
const interfaces = (...networkInterfaces: unknown[]) => template({ networkInterfaces });
const publicTier = { tags: { "hipaa:tier": "public" } };

const tokens = (httpTokens: unknown) => ({ metadataOptions: { httpTokens } });
const defaults = (properties: Record<string, unknown>) =>
  resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", properties);
const requiredByAccount = { config: { imdsDefaultsRequired: true } };

const accessKey = ["AKIA", "IOSFODNN7", "ABCDEFG"].join("");
const script = `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${accessKey}\n`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const instanceCases: ServiceCases = {
  "ec2-no-public-ip": [
    pass("no public address", instance(publicAddress(false))),
    pass("nothing said, which leaves it to the subnet", instance()),
    fault("a public address", instance(publicAddress(true))),
    fault("a public address of a launch configuration", configuration(publicAddress(true))),
    fault("a public address of a spot instance", spotInstance(publicAddress(true))),
    fault("a public address of a launch template, as text", interfaces(publicAddress("true"))),
    fault("a public address of a second interface", interfaces({}, publicAddress("true"))),
    pass("a launch template without one", interfaces(publicAddress("false"))),
    fault("a public address of a spot fleet", spotFleet(publicAddress(true))),
    notApplicable("a bastion of the public tier", instance({ ...publicTier, ...publicAddress(true) })),
    fault("an instance of another tier", instance({ tags: { "hipaa:tier": "web" }, ...publicAddress(true) })),
    undecided("known on update", instance(publicAddress(unknown))),
    undecided("an interface known on update", interfaces(unknown)),
    undecided("tags known on update", instance({ tags: unknown, ...publicAddress(true) })),
    pass("a spot fleet, nothing said", spotFleet({ instanceType: "m5.large" })),
  ],
  "ec2-imdsv2-required": [
    pass("tokens required", instance(tokens("required"))),
    fault("tokens optional", instance(tokens("optional"))),
    fault("nothing said", instance()),
    pass("the service switched off", instance({ metadataOptions: { httpEndpoint: "disabled" } })),
    pass("nothing said, where the account demands tokens", instance(), requiredByAccount),
    fault("tokens optional, where the account demands them", instance(tokens("optional")), requiredByAccount),
    pass("nothing said, by a launch template", instance(byTemplate)),
    fault("tokens optional, in spite of a launch template", instance({ ...byTemplate, ...tokens("optional") })),
    fault("a launch template that says nothing", template()),
    fault("a launch configuration that says nothing", configuration({ metadataOptions: { httpEndpoint: "enabled" } })),
    fault("a spot instance that says nothing", spotInstance()),
    pass("defaults of the account that demand tokens", defaults({ httpTokens: "required" })),
    fault("defaults of the account that say nothing", defaults({})),
    fault("defaults of the account without a preference", defaults({ httpTokens: "no-preference" })),
    undecided("known on update", instance(tokens(unknown))),
    undecided("all options known on update", template({ metadataOptions: unknown })),
  ],
  "ec2-no-secrets-or-phi-in-user-data": [
    pass("no user data", instance()),
    pass("a script without credentials", instance({ userData: "#!/bin/sh\nyum update -y\n" })),
    fault("an access key", instance({ userData: script })),
    fault("an access key in base64", instance({ userDataBase64: base64(script) })),
    fault("an access key in a launch template", template({ userData: base64(script) })),
    fault("an access key in an archive", template({ userData: gzipSync(script).toString("base64") })),
    fault(
      "a private key in a launch configuration",
      configuration({ userData: ["-----BEGIN", "PRIVATE KEY-----"].join(" ") }),
    ),
    fault("an access key of a spot instance", spotInstance({ userData: script })),
    pass("the sample of the documentation", instance({ userData: "AKIAIOSFODNN7EXAMPLE" })),
    fault("a literal password", instance({ userData: "export DB_PASSWORD=hunter2!" })),
    fault(
      "a literal password in a launch template",
      template({ userData: base64("mysql --password='hunter2!' clinic\n") }),
    ),
    fault("a password in a URL", instance({ userData: "DATABASE_URL=mysql://app:hunter2@db.internal/clinic" })),
    pass(
      "a password looked up at boot",
      instance({ userData: 'DB_PASSWORD="$(aws secretsmanager get-secret-value)"' }),
    ),
    pass("a password from a parameter", instance({ userData: "DB_PASSWORD=/clinic/db/password" })),
    pass("a place for a password", instance({ userData: "DB_PASSWORD=<password>\nPGPASSWORD={{password}}\n" })),
    undecided("known on update", instance({ userData: unknown })),
    fault("an access key beside an unknown", instance({ userData: script, userDataBase64: unknown })),
  ],
};
