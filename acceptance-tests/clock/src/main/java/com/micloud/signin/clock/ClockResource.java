package com.micloud.signin.clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.common.util.Time;

/** Sets by how much the server's clock runs ahead. */
public final class ClockResource {

    /**
     * Moves the clock.
     *
     * @param seconds how far ahead of the machine's clock it is from now on
     */
    @POST
    @Path("ahead")
    @Consumes(MediaType.TEXT_PLAIN)
    public void set(String seconds) {
        Time.setOffset(Integer.parseInt(seconds));
    }
}
