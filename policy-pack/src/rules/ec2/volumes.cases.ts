import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { byTemplate, configuration, instance, mapping, spotFleet, spotInstance, template } from "../../testing/ec2";

const byDefault = { config: { ebsEncryptionByDefault: true } };
const root = (encrypted: unknown) => ({ rootBlockDevice: { encrypted } });
const devices = (...ebsBlockDevices: unknown[]) => ({ ebsBlockDevices });
const mappings = (...blockDeviceMappings: unknown[]) => ({ blockDeviceMappings });

export const volumeCases: ServiceCases = {
  "ec2-root-volume-encrypted": [
    pass("an encrypted root", instance(root(true))),
    fault("a root that is not", instance(root(false))),
    fault("nothing said", instance()),
    fault("a root block that says nothing of it", instance({ rootBlockDevice: { volumeSize: 20 } })),
    pass("nothing said, by a launch template", instance(byTemplate)),
    fault("a root that is not, in spite of a launch template", instance({ ...byTemplate, ...root(false) })),
    pass("nothing said, where the account encrypts", instance(), byDefault),
    fault("a launch configuration that says nothing", configuration()),
    pass("a launch configuration with an encrypted root", configuration(root(true))),
    fault("a spot instance that says nothing", spotInstance()),
    pass("a launch template that maps its devices", template(mappings(mapping({ encrypted: "true" })))),
    fault("a launch template that leaves them to the image", template()),
    pass("a launch template that leaves them to the image, where the account encrypts", template(), byDefault),
    pass("a spot fleet with an encrypted root", spotFleet({ rootBlockDevices: [{ encrypted: true }] })),
    fault(
      "a spot fleet whose second specification says nothing",
      spotFleet({ rootBlockDevices: [{ encrypted: true }] }, {}),
    ),
    fault("a spot fleet whose root is not", spotFleet({ rootBlockDevices: [{ encrypted: false }] })),
    pass(
      "a spot fleet by launch templates",
      resource("aws:ec2/spotFleetRequest:SpotFleetRequest", { launchTemplateConfigs: [{}] }),
    ),
    undecided("known on update", instance(root(unknown))),
    undecided("the whole root block known on update", instance({ rootBlockDevice: unknown })),
    undecided("a fleet's root known on update", spotFleet({ rootBlockDevices: [{ encrypted: unknown }] })),
  ],
  "ec2-data-volumes-encrypted": [
    pass("no data volumes", instance()),
    pass("an encrypted one", instance(devices({ encrypted: true }))),
    fault("one that is not", instance(devices({ encrypted: false }))),
    fault("the second one", instance(devices({ encrypted: true }, {}))),
    pass("one from a snapshot", instance(devices({ snapshotId: "snap-1" }))),
    fault("one from a snapshot that says no", instance(devices({ snapshotId: "snap-1", encrypted: false }))),
    pass("one that is not, where the account encrypts", instance(devices({})), byDefault),
    fault("a launch configuration", configuration(devices({}))),
    pass("a launch configuration that drops a device of the image", configuration(devices({ noDevice: true }))),
    fault("a spot instance", spotInstance(devices({}))),
    pass("a launch template, as text", template(mappings(mapping({ encrypted: "true" })))),
    fault("a launch template, as text", template(mappings(mapping({ encrypted: "false" })))),
    fault("a launch template's second mapping", template(mappings(mapping({ encrypted: "true" }), mapping({})))),
    pass("a launch template that drops a device", template(mappings(mapping({}, { noDevice: "true" })))),
    fault("a launch template that drops no device", template(mappings(mapping({}, { noDevice: "false" })))),
    pass("a launch template's instance store", template(mappings(mapping(undefined, { virtualName: "ephemeral0" })))),
    fault("a spot fleet", spotFleet({ ebsBlockDevices: [{}] })),
    undecided("known on update", instance(devices({ encrypted: unknown }))),
    undecided("a mapping known on update", template(mappings(unknown))),
    fault("one that is not beside one not known yet", instance(devices(unknown, { encrypted: false }))),
    pass("a spot fleet with encrypted volumes", spotFleet({ ebsBlockDevices: [{ encrypted: true }] })),
    fault("a spot fleet that says no", spotFleet({ ebsBlockDevices: [{ encrypted: false }] })),
  ],
};
