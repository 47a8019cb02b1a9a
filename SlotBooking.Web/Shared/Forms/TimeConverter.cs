using MudBlazor;
using MudBlazor.Utilities.Exceptions;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Connects <see cref="TimeText"/> with MudBlazor's time pickers, which hold their times as <see cref="TimeSpan"/>.</summary>
internal sealed class TimeConverter : IReversibleConverter<TimeSpan?, string?>
{
    /// <summary>The key of the sentence that a field shows when no time was typed.</summary>
    public const string ErrorKey = "Converter_InvalidTimeSpan";

    /// <inheritdoc />
    public string? Convert(TimeSpan? input) => input is { } time ? OfficeDates.Clock(TimeOnly.FromTimeSpan(time)) : "";

    /// <inheritdoc />
    public TimeSpan? ConvertBack(string? input) =>
        string.IsNullOrWhiteSpace(input) ? null : TimeText.Read(input)?.ToTimeSpan() ?? throw new ConversionException(ErrorKey, [], null);
}
