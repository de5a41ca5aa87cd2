import { testRule } from "caracal/testing";
import { throughputBoughtCases } from "../../../rules/aws-cloudtrail/throughput-bought.cases.ts";
import { throughputBought } from "../../../rules/aws-cloudtrail/throughput-bought.ts";

testRule(throughputBought, throughputBoughtCases);
