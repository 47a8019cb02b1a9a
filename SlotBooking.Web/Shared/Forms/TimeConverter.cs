using MudBlazor;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Connects <see cref="TimeText"/> with MudBlazor's time pickers, which hold their times as <see cref="TimeSpan"/>.</summary>
/// <remarks>What is no time leaves the picker's time as it is: a picker without a time would empty its text, and nobody could correct it.</remarks>
internal sealed class TimeConverter(Func<TimeOnly?> current) : IReversibleConverter<TimeSpan?, string?>
{
    /// <inheritdoc />
    public string? Convert(TimeSpan? input) => input is { } time ? OfficeDates.Clock(TimeOnly.FromTimeSpan(time)) : "";

    /// <inheritdoc />
    public TimeSpan? ConvertBack(string? input) =>
        string.IsNullOrWhiteSpace(input) ? null : (TimeText.Read(input) ?? current())?.ToTimeSpan();
}
