using System.Text.Json.Serialization;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>A consultant never holds appointments then.</summary>
/// <param name="ConsultantId">Who.</param>
/// <param name="Day">Every such weekday.</param>
/// <param name="Start">The slot that begins then; null means the whole day.</param>
public sealed record Restriction(
    Guid ConsultantId,
    [property: JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Day,
    [property: JsonConverter(typeof(WallTimeJson))] TimeOnly? Start = null);
