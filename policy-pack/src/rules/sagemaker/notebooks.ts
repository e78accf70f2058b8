import { customerKey, oneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";

const cmk = resourceRule("sagemaker-notebook", {
  check: customerKey(
    "kmsKeyId",
    "the notebook's volume is encrypted under AWS's own key instead of a customer-managed one",
  ),
});

const noInternet = resourceRule("sagemaker-notebook-no-internet", {
  check: oneOf("directInternetAccess", ["Disabled"], "the notebook has internet access of its own, outside of the VPC"),
});

const inVpc = resourceRule("sagemaker-notebook-in-vpc", {
  check: (notebook) => {
    const subnet = notebook.get("subnetId").isGiven();
    notebook.expect(subnet, "the notebook lies in no subnet of the VPC");
    // Without a subnet there is nothing that a group could guard.
    notebook.expect(subnet.not().or(notebook.get("securityGroups").isGiven()), "the notebook names no security group");
  },
});

const noRoot = resourceRule("sagemaker-notebook-no-root", {
  check: oneOf("rootAccess", ["Disabled"], "users of the notebook have root rights"),
});

const imdsV2 = resourceRule("sagemaker-notebook-imdsv2", {
  check: oneOf(
    "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion",
    ["2"],
    "the notebook takes requests to the first version of the instance metadata service",
  ),
});

/** Rules on notebook instances. */
export const notebookRules: readonly Rule[] = [cmk, noInternet, inVpc, noRoot, imdsV2];
