using System.Text.Json;
using System.Text.Json.Serialization;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Slots;

/// <summary>Stores a grid as <c>{"lengthMinutes":120,"starts":{"monday":["11:00","14:00"]}}</c>, whatever the serializer's options are.</summary>
internal sealed class SlotGridJson : JsonConverter<SlotGrid>
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, DayOfWeek> Days =
        Weekdays.MondayFirst.ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public override SlotGrid? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonSerializer.Deserialize<Stored>(ref reader, Plain) is not { } stored)
        {
            return null;
        }

        var starts = new Dictionary<DayOfWeek, IReadOnlyList<TimeOnly>>();
        foreach (var (name, times) in stored.Starts ?? throw new JsonException("A grid needs its starts."))
        {
            starts[DayOf(name)] = [.. (times ?? []).Select(WallTimeJson.Read)];
        }

        return new(starts, TimeSpan.FromMinutes(stored.LengthMinutes));
    }

    public override void Write(Utf8JsonWriter writer, SlotGrid value, JsonSerializerOptions options)
    {
        var starts = Weekdays.MondayFirst
            .Where(day => value.StartsOn(day).Count > 0)
            .ToDictionary(NameOf, string[]? (day) => [.. value.StartsOn(day).Select(WallTimeJson.Write)]);
        JsonSerializer.Serialize(writer, new Stored((int)value.Length.TotalMinutes, starts), Plain);
    }

    private static DayOfWeek DayOf(string name) =>
        Days.TryGetValue(name, out var day) ? day : throw new JsonException($"\"{name}\" is not a day of the week.");

    private static string NameOf(DayOfWeek day) => JsonNamingPolicy.CamelCase.ConvertName(day.ToString());

    private sealed record Stored(int LengthMinutes, Dictionary<string, string[]?>? Starts);
}
