using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlotBooking.Core.Time;

/// <summary>Writes a time of day the way people do, "16:00", so that stored settings can be read and mended by hand.</summary>
internal sealed class WallTimeJson : JsonConverter<TimeOnly>
{
    private const string Format = "HH:mm";

    public static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);

    public static TimeOnly Read(string? text) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException($"\"{text}\" is not a time of day like \"16:00\".");

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) => writer.WriteStringValue(Write(value));
}
