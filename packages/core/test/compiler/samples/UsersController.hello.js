// UsersController.hello (GET /users/hello/{name})
import { Clock, UserStore, UsersController } from "./samples.controller.ts";
import { toProblem, toReply } from "@gatewright/core/runtime";
import { pathParameter, toResult } from "@gatewright/core/runtime/http-api";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);

export const handler = async (event, context) => {
  try {
    return toResult(toReply(usersController.hello(pathParameter(event, "name"))), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
