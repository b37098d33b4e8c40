// UsersController.search (GET /users/search)
import { Clock, UserStore, UsersController } from "./samples.controller.ts";
import { bindList, bindScalar, invalid, number, string, toProblem, toReply } from "@gatewright/core/runtime";
import { query, toResult } from "@gatewright/core/runtime/http-api";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);
const qPlace = {"in":"query","path":"q","required":true};
const tagPlace = {"in":"query","path":"tag","required":false};
const pagePlace = {"in":"query","path":"page","required":false};
const replyHeaders = {"cache-control":"no-store"};

export const handler = async (event, context) => {
  try {
    const failures = [];
    const queryValues = query(event);
    const q = bindScalar(queryValues.q, string, qPlace, failures);
    const tag = bindList(queryValues.tag, string, tagPlace, failures);
    const page = bindScalar(queryValues.page, number, pagePlace, failures);
    if (failures.length > 0) return toResult(invalid(failures), event);
    return toResult(toReply(usersController.search(q, tag, page), undefined, replyHeaders), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
