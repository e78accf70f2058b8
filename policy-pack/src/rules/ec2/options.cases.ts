import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { configuration, instance, mapping, spotFleet, spotInstance, template } from "../../testing/ec2";

const dedicated = { config: { requireDedicatedTenancy: true } };
const customerDefault = { config: { ebsDefaultKeyIsCustomer: true } };
const hops = (httpPutResponseHopLimit: unknown) => ({ metadataOptions: { httpPutResponseHopLimit } });
const encrypted = { encrypted: true };
const store = { ephemeralBlockDevices: [{ deviceName: "/dev/sdb", virtualName: "ephemeral0" }] };
const copy = (properties: Record<string, unknown> = {}) => resource("aws:ec2/amiCopy:AmiCopy", properties);
const recipe = (...blockDeviceMappings: unknown[]) =>
  resource("aws:imagebuilder/imageRecipe:ImageRecipe", { blockDeviceMappings });
const component = (properties: Record<string, unknown> = {}) =>
  resource("aws:imagebuilder/component:Component", properties);
const distribution = (...distributions: unknown[]) =>
  resource("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", { distributions });
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const optionCases: ServiceCases = {
  "ec2-volume-cmk": [
    pass("no volumes", instance()),
    pass("a key for the root", instance({ rootBlockDevice: { ...encrypted, kmsKeyId: unknown } })),
    fault("no key for the root", instance({ rootBlockDevice: encrypted })),
    fault(
      "AWS's own key for a data volume",
      spotInstance({ ebsBlockDevices: [{ ...encrypted, kmsKeyId: "alias/aws/ebs" }] }),
    ),
    fault("no key in a launch template", template({ blockDeviceMappings: [mapping({ encrypted: "true" })] })),
    pass(
      "a key in a launch template",
      template({ blockDeviceMappings: [mapping({ encrypted: "true", kmsKeyId: "key-1" })] }),
    ),
    pass("no encryption, which another rule reports", instance({ rootBlockDevice: {} })),
    pass("no key, where the default is a customer's", instance({ rootBlockDevice: encrypted }), customerDefault),
    undecided("encryption known on update", instance({ rootBlockDevice: { encrypted: unknown } })),
  ],
  "ec2-tenancy-option": [
    notApplicable("not asked for", instance()),
    pass("dedicated", instance({ tenancy: "dedicated" }), dedicated),
    pass("a host of one's own", template({ placement: { tenancy: "host" } }), dedicated),
    fault("shared", instance({ tenancy: "default" }), dedicated),
    fault("nothing said", template(), dedicated),
    fault("a launch configuration", configuration(), dedicated),
    fault("a spot fleet", spotFleet({ placementTenancy: "default" }), dedicated),
    pass("a dedicated spot fleet", spotFleet({ placementTenancy: "dedicated" }), dedicated),
    undecided("known on update", instance({ tenancy: unknown }), dedicated),
    pass("a dedicated launch configuration", configuration({ placementTenancy: "dedicated" }), dedicated),
    fault("a spot fleet, nothing said", spotFleet({ instanceType: "m5.large" }), dedicated),
  ],
  "ec2-imds-hop-limit": [
    pass("nothing said, which means one", instance()),
    pass("two", template(hops(2))),
    fault("three", instance(hops(3))),
    fault("two, where one is enough", instance(hops(2)), { config: { imdsHopLimit: 1 } }),
    undecided("known on update", configuration(hops(unknown))),
  ],
  "ec2-user-data-suspect-text": [
    pass("none", instance()),
    pass("a lookup at boot", instance({ userData: "DB_PASSWORD=$(aws ssm get-parameter --name /db/password)" })),
    fault("a literal secret", instance({ userData: "export DB_SECRET=hunter2!" })),
    pass("a literal password, which another rule judges", instance({ userData: "export DB_PASSWORD=hunter2!" })),
    fault("a literal token in a launch template", template({ userData: base64("API_TOKEN: 'abc123!'\n") })),
    fault("a record number", instance({ userData: "curl https://example.com/charts/MRN0012345" })),
    fault("a configured word", instance({ userData: "echo oncology" }), { config: { denyWords: ["oncology"] } }),
    undecided("known on update", instance({ userData: unknown })),
    fault("a literal secret, in base64", instance({ userDataBase64: base64("export DB_SECRET=hunter2!") })),
  ],
  "ec2-no-instance-store-for-phi": [
    pass("none", instance()),
    pass("dropped", instance({ ephemeralBlockDevices: [{ noDevice: true }] })),
    pass("a type whose hardware encrypts it", instance({ ...store, instanceType: "m5d.large" })),
    pass("an older type whose hardware encrypts it", instance({ ...store, instanceType: "i3.large" })),
    fault("a type whose hardware does not", instance({ ...store, instanceType: "m3.large" })),
    fault("no type", configuration(store)),
    pass("no PHI", instance({ ...store, tags: { "hipaa:phi": "false" } })),
    undecided("a type known on update", instance({ ...store, instanceType: unknown })),
  ],
  "ec2-instance-type-nitro": [
    pass("a Nitro family", instance({ instanceType: "m7g.large" })),
    pass("bare metal of an older family", instance({ instanceType: "i3.metal" })),
    pass("nothing said", template()),
    fault("an older family", instance({ instanceType: "t2.micro" })),
    fault("an older family in a launch template", template({ instanceType: "r4.large" })),
    undecided("known on update", instance({ instanceType: unknown })),
  ],
  "ec2-session-manager-no-ssh": [
    pass("no key pair", instance()),
    pass("an empty name of a key pair", instance({ keyName: "" })),
    fault("a key pair", instance({ keyName: "ops" })),
    fault("a key pair in a launch template, known on update", template({ keyName: unknown })),
    fault("a key pair of its own", resource("aws:ec2/keyPair:KeyPair", { publicKey: "ssh-ed25519 AAAA" })),
    fault("a key pair without a key", resource("aws:ec2/keyPair:KeyPair", {})),
  ],
  "ec2-detailed-monitoring": [
    pass("on", instance({ monitoring: true })),
    fault("off", instance({ monitoring: false })),
    fault("nothing said", instance()),
    pass("on in a launch template", template({ monitoring: { enabled: true } })),
    fault("nothing said in a launch template", template()),
    undecided("known on update", instance({ monitoring: unknown })),
  ],
  "ec2-termination-protection": [
    pass("protected", instance({ disableApiTermination: true })),
    fault("nothing said", instance()),
    fault("not protected", instance({ disableApiTermination: false })),
    pass("no PHI", instance({ tags: { "hipaa:phi": "false" } })),
    undecided("known on update", instance({ disableApiTermination: unknown })),
  ],
  "ec2-ebs-optimized": [
    pass("asked for", instance({ instanceType: "m3.xlarge", ebsOptimized: true })),
    pass("a family that always is", instance({ instanceType: "m7g.large" })),
    pass("a family that cannot be", instance({ instanceType: "t2.micro" })),
    pass("nothing said of the type", template()),
    fault("an older family", instance({ instanceType: "m3.xlarge" })),
    fault("an older family in a launch template", template({ instanceType: "r3.xlarge", ebsOptimized: "false" })),
    undecided("a type known on update", instance({ instanceType: unknown })),
  ],
  "ami-cmk": [
    pass("a copy under a key", copy({ kmsKeyId: unknown })),
    fault("a copy without", copy({ encrypted: true })),
    pass("a copy without, where the default is a customer's", copy({ encrypted: true }), customerDefault),
    pass("a component under a key", component({ kmsKeyId: "key-1" })),
    fault("a component without", component()),
    fault("a component without, whatever the default for EBS", component(), customerDefault),
    fault("a recipe's device without", recipe(mapping({ encrypted: "true" }))),
    pass("a recipe's device under a key", recipe(mapping({ kmsKeyId: "key-1" }))),
    fault("images distributed without", distribution({ amiDistributionConfiguration: {} })),
    pass("images distributed under a key", distribution({ amiDistributionConfiguration: { kmsKeyId: "key-1" } })),
    pass("containers, which are no images of this kind", distribution({ containerDistributionConfiguration: {} })),
    undecided("mappings known on update", recipe(unknown)),
  ],
};
