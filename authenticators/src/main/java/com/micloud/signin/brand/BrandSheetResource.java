package com.micloud.signin.brand;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Serves the style sheets of brands. They are public, have no state, and are the same for everybody. */
public final class BrandSheetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /**
     * The sheet of this name. While nodes of two versions run, one may be asked for a sheet of the other's: it answers
     * with its own for the same colours, which nobody is to keep.
     */
    @GET
    @Path("{name}")
    public Response sheet(@PathParam("name") String name) {
        return BrandSheet.named(name)
                .map(sheet -> Response.ok(sheet.text(), "text/css;charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, sheet.name().equals(name) ? FOR_EVER : "no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .build())
                .orElseGet(() -> Response.status(NOT_FOUND)
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .entity("")
                        .build());
    }
}
