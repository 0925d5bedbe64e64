package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A decimal as a string or a number, within what a column of money or a share can keep. */
final class StrictDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");

    StrictDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        boolean scalar =
                parser.hasToken(JsonToken.VALUE_STRING) || parser.currentToken().isNumeric();
        if (!scalar) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        if (!FORM.matcher(text).matches()) {
            return (BigDecimal)
                    context.handleWeirdStringValue(BigDecimal.class, "", "no plain decimal");
        }
        return new BigDecimal(text);
    }
}
