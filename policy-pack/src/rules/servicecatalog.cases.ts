import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const product = (provisioningParameters: unknown) =>
  resource("aws:servicecatalog/provisionedProduct:ProvisionedProduct", { provisioningParameters });
const parameters = (...values: unknown[]) =>
  product(values.map((value, index) => ({ key: `key${String(index)}`, value })));
const option = (value: unknown) => resource("aws:servicecatalog/tagOption:TagOption", { key: "unit", value });
const words = { config: { denyWords: ["oncology"] } };

export const servicecatalogCases: ServiceCases = {
  "servicecatalog-no-phi": [
    pass("harmless parameters", parameters("production", "10.0.0.0/16")),
    pass("no parameters", product(undefined)),
    pass("a harmless tag option", option("radiology")),
    fault("the number of a patient", parameters("production", "MRN-0012345")),
    fault("a Social Security number in a tag option", option("219-09-9999")),
    fault("a deny-word", option("Oncology West"), words),
    fault("a number beside an unknown", parameters(unknown, "MRN-0012345")),
    undecided("a value known on update", parameters(unknown)),
    undecided("parameters known on update", product(unknown)),
    undecided("a tag option known on update", option(unknown)),
    pass("a tag option without a value", option(undefined)),
  ],
};
