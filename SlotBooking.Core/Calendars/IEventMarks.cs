namespace SlotBooking.Core.Calendars;

/// <summary>The marks (marker and colour) that an outcome decided in the product puts on its event.</summary>
public interface IEventMarks
{
    /// <summary>Title and colour with these marks on them; unchanged when people have marked the event otherwise since.</summary>
    /// <param name="title">The present title.</param>
    /// <param name="colorId">The present colour.</param>
    /// <param name="name">The appointment's own name.</param>
    (string Title, string? ColorId) On(string title, string? colorId, string name);
}
