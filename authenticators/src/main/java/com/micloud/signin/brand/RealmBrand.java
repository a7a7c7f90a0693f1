package com.micloud.signin.brand;

import com.micloud.signin.account.Branding;
import com.micloud.signin.account.LogoHosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.keycloak.models.RealmModel;

/**
 * The brand of a realm: colours, pictures and links. A setting that is wrong becomes a {@link Mistake}, and our own
 * value is used instead.
 */
public final class RealmBrand {

    private static final String COLOR = "brandColor";
    private static final String COLOR_ON_DARK = "brandColorDark";
    private static final String LOGO = "logo";
    private static final String LOGO_ON_DARK = "logoDark";
    private static final String LOGO_WIDTH = "logoWidth";
    private static final String ICON = "icon";
    private static final String LINKS = "links";
    private static final String SUPPORT_URL = "supportUrl";

    private static final int LOGO_HEIGHT = 40;
    private static final int WIDEST_LOGO = 320;

    private final BrandSettings settings;
    private final Set<String> logoHosts;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Object> parts = new HashMap<>();
    private final Optional<Accents> accents;

    private RealmBrand(RealmModel realm, Properties theme) {
        this.settings = new BrandSettings(realm, theme);
        this.logoHosts = LogoHosts.of(realm);
        this.accents = readAccents();
        readPictures();
        readLinks();
        readSupport();
    }

    /** The brand of a realm on pages or mails of a theme with these properties. */
    public static RealmBrand of(RealmModel realm, Properties theme) {
        return new RealmBrand(realm, theme);
    }

    /** The settings that are not followed. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Whether there is anything that our own pages do not have. */
    boolean isEmpty() {
        return accents.isEmpty() && parts.isEmpty();
    }

    /**
     * What templates show of it.
     *
     * @param sheetAddress where its style sheet is; mails need none, and may be written where it is unknown
     */
    Map<String, Object> facts(Optional<String> sheetAddress) {
        Map<String, Object> facts = new HashMap<>(parts);
        sheetAddress.ifPresent(address -> facts.put("sheet", address));
        accents.ifPresent(colors -> {
            facts.put("light", colors.onLight().facts());
            facts.put("dark", colors.onDark().facts());
        });
        return facts;
    }

    BrandSheet sheet() {
        return BrandSheet.of(accents);
    }

    private Optional<Accents> readAccents() {
        Optional<Color> light = color(COLOR);
        Optional<Color> dark = color(COLOR_ON_DARK);
        // A colour for dark pages that cannot be read counts as none: it follows from the other one.
        return light.map(color -> new Accents(color, dark.orElse(color)));
    }

    private Optional<Color> color(String name) {
        Optional<BrandSettings.Setting> setting = settings.find(name);
        Optional<Color> color = setting.flatMap(written -> Color.parse(written.value()));
        if (color.isEmpty()) {
            setting.ifPresent(written -> mistakes.add(new Mistake(
                    written.place(),
                    Mistake.quoted(written.value()) + " is no colour, so it is not used",
                    "Write it as # and six hex digits, #0b4a8f for instance")));
        } else if (name.equals(COLOR_ON_DARK) && settings.find(COLOR).isEmpty()) {
            mistakes.add(new Mistake(
                    setting.orElseThrow().place(),
                    "there is a colour for dark pages but none for light ones, so it is not used",
                    "Set micloud.brandColor too"));
        }
        return color;
    }

    private void readPictures() {
        picture(LOGO).ifPresent(light -> {
            parts.put(
                    LOGO,
                    Map.of(
                            "light",
                            light,
                            "dark",
                            picture(LOGO_ON_DARK).orElse(light),
                            "width",
                            width(),
                            "height",
                            LOGO_HEIGHT));
        });
        picture(ICON).ifPresent(icon -> parts.put(ICON, icon));
    }

    private Optional<String> picture(String name) {
        Optional<BrandSettings.Setting> setting = settings.find(name);
        Optional<String> shown = setting.flatMap(written -> new Branding(written.value(), "").shownLogo(logoHosts));
        if (shown.isEmpty()) {
            setting.ifPresent(written -> mistakes.add(new Mistake(
                    written.place(),
                    Mistake.quoted(written.value()) + " is not shown: it is no https address on a host that the realm"
                            + " allows",
                    "Correct it, or name the host in the realm attribute " + LogoHosts.ATTRIBUTE)));
        }
        return shown;
    }

    private int width() {
        Optional<BrandSettings.Setting> setting = settings.find(LOGO_WIDTH);
        Optional<Integer> width = setting.map(BrandSettings.Setting::value)
                .filter(value -> value.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(pixels -> pixels > 0 && pixels <= WIDEST_LOGO);
        if (width.isEmpty()) {
            setting.ifPresent(written -> mistakes.add(new Mistake(
                    written.place(),
                    Mistake.quoted(written.value()) + " is no number from 1 to " + WIDEST_LOGO + ", so it is taken for "
                            + LOGO_HEIGHT,
                    "Write how many pixels the logo is wide where it is " + LOGO_HEIGHT + " high")));
        }
        return width.orElse(LOGO_HEIGHT);
    }

    private void readLinks() {
        settings.find(LINKS).ifPresent(written -> {
            FooterLinks links = FooterLinks.parse(written.value());
            if (!links.shown().isEmpty()) {
                parts.put(LINKS, links.shown());
            }
            for (String pair : links.refused()) {
                mistakes.add(new Mistake(
                        written.place(),
                        Mistake.quoted(pair) + " is no label and address, so it is left out",
                        "Write label=https://address, or with mailto: or tel:, and | between two of them"));
            }
        });
    }

    /** Templates read the line of support themselves: it is there without this jar too. */
    private void readSupport() {
        settings.find(SUPPORT_URL)
                .filter(written -> !FooterLinks.isAllowed(written.value()))
                .ifPresent(written -> mistakes.add(new Mistake(
                        written.place(),
                        Mistake.quoted(written.value()) + " is no address of a page over https, of a mailbox or of a"
                                + " telephone, so the line for support does not lead there",
                        "Begin it with https://, mailto: or tel:")));
    }
}
