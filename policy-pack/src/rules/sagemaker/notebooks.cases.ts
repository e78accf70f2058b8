import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const notebook = (properties: Record<string, unknown> = {}) =>
  resource("aws:sagemaker/notebookInstance:NotebookInstance", properties);
const metadata = (minimumInstanceMetadataServiceVersion: unknown) =>
  notebook({ instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion } });

export const notebookCases: ServiceCases = {
  "sagemaker-notebook": [
    pass("a wired key", notebook({ kmsKeyId: unknown })),
    pass("a key by id", notebook({ kmsKeyId: "mrk-1" })),
    fault("no key", notebook()),
    fault("AWS's own key", notebook({ kmsKeyId: "alias/aws/sagemaker" })),
  ],
  "sagemaker-notebook-no-internet": [
    pass("disabled", notebook({ directInternetAccess: "Disabled", subnetId: "subnet-1" })),
    pass(
      "disabled, for root users, which another rule reports",
      notebook({ directInternetAccess: "Disabled", rootAccess: "Enabled" }),
    ),
    fault("nothing said", notebook()),
    fault("enabled", notebook({ directInternetAccess: "Enabled" })),
    fault("a subnet alone does not disable it", notebook({ subnetId: "subnet-1" })),
    undecided("known on update", notebook({ directInternetAccess: unknown })),
  ],
  "sagemaker-notebook-in-vpc": [
    pass("a subnet and a group", notebook({ subnetId: unknown, securityGroups: [unknown] })),
    pass("a subnet and two groups", notebook({ subnetId: "subnet-1", securityGroups: ["sg-1", "sg-2"] })),
    fault("neither", notebook()),
    fault("no group", notebook({ subnetId: "subnet-1", securityGroups: [] })),
    fault("no subnet", notebook({ securityGroups: ["sg-1"] })),
    fault("two groups without a subnet", notebook({ securityGroups: ["sg-1", "sg-2"] })),
  ],
  "sagemaker-notebook-no-root": [
    pass("disabled", notebook({ rootAccess: "Disabled" })),
    pass(
      "disabled, with internet access, which another rule reports",
      notebook({ rootAccess: "Disabled", directInternetAccess: "Enabled" }),
    ),
    fault("nothing said", notebook()),
    fault("enabled", notebook({ rootAccess: "Enabled" })),
    undecided("known on update", notebook({ rootAccess: unknown })),
  ],
  "sagemaker-notebook-imdsv2": [
    pass("the second version", metadata("2")),
    pass("the second version, as a number", metadata(2)),
    fault("nothing said", notebook()),
    fault("the first version", metadata("1")),
    undecided("known on update", metadata(unknown)),
  ],
};
