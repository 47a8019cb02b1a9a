using System.Text.Json;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Settings;

/// <summary>One part of the settings that is stored and changed by itself.</summary>
/// <param name="Read">Puts the stored JSON into the settings.</param>
/// <param name="Write">The part as JSON.</param>
/// <param name="Problems">German sentences about what is wrong with the part; empty when nothing is.</param>
internal sealed record SettingSection(
    Func<OfficeSettings, string, JsonSerializerOptions, OfficeSettings> Read,
    Func<OfficeSettings, JsonSerializerOptions, string> Write,
    Func<OfficeSettings, IReadOnlyList<string>> Problems);

/// <summary>All sections by their stored names.</summary>
internal static class SettingSections
{
    public static readonly IReadOnlyDictionary<string, SettingSection> All = new Dictionary<string, SettingSection>(StringComparer.Ordinal)
    {
        ["grid"] = Of<SlotGrid>(s => s.Grid, (s, v) => s with { Grid = v }, v => v.Problems()),
        ["capacity"] = Of<CapacityRules>(s => s.Capacity, (s, v) => s with { Capacity = v }, v => v.Problems()),
        ["readiness"] = Of<ReadinessRules>(s => s.Readiness, (s, v) => s with { Readiness = v }, v => v.Problems()),
        ["horizon"] = Of<HorizonRules>(s => s.Horizon, (s, v) => s with { Horizon = v }, v => v.Problems()),
        ["outcomes"] = Of<OutcomeRules>(s => s.Outcomes, (s, v) => s with { Outcomes = v }, v => v.Problems()),
        ["game"] = Of<GameRules>(s => s.Game, (s, v) => s with { Game = v }, v => v.Problems()),
        ["state"] = Of<FederalState>(s => s.State, (s, v) => s with { State = v }, _ => []),
    };

    private static SettingSection Of<T>(
        Func<OfficeSettings, T> get, Func<OfficeSettings, T, OfficeSettings> set, Func<T, IReadOnlyList<string>> problems) => new(
        (settings, json, options) => JsonSerializer.Deserialize<T>(json, options) is { } value ? set(settings, value) : settings,
        (settings, options) => JsonSerializer.Serialize(get(settings), options),
        settings => problems(get(settings)));
}
