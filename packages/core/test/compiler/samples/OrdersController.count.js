// OrdersController.count (GET /orders/count)
import { Clock, DynamoOrderStore, OrdersController, OrdersController__Controller_providers_1__useValue as tableName, OrdersController__Controller_providers_2__useFactory as configFactory } from "./samples.controller.ts";
import { drain, toAnyReply, toProblem } from "@gatewright/core/runtime";
import { toResult } from "@gatewright/core/runtime/http-api";

const config = await configFactory(tableName);
const clock = new Clock();
const orderStore = new DynamoOrderStore(tableName, config);
orderStore.clock = clock;
const ordersController = new OrdersController(orderStore, config, undefined);

export const handler = async (event, context) => {
  try {
    return toResult(await drain(await toAnyReply(await ordersController.count()), event), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
