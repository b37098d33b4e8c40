// GuardedController.get (GET /guarded/{id})
import { Clock, Guard, GuardedController, GuardedController_Catch as catchArgument, GuardedController_Use as useArgument, UserStore } from "./samples.controller.ts";
import { drain, etag, httpContext, runMiddleware, toCaught, toProblem, toReply } from "@gatewright/core/runtime";
import { pathParameter, request, toResult } from "@gatewright/core/runtime/http-api";

const route = {"id":"GuardedController.get","method":"GET","path":"/guarded/{id}"};
const guardedController = new GuardedController();
const clock = new Clock();
const userStore = new UserStore(clock);
const guard = new Guard(userStore);
const layers = [useArgument, (context, next) => guard.use(context, next), etag()];
const mappings = [[[catchArgument, 404]]];

const answer = async (event, context, http) => {
  return toReply(guardedController.get(pathParameter(event, "id")));
};

export const handler = async (event, context) => {
  try {
    const http = httpContext(request(event, route), context, route);
    const reply = await runMiddleware(layers, http, () => answer(event, context, http), (error) => toCaught(error, mappings, context, () => http));
    return toResult(await drain(reply, event), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
