using System.Globalization;
using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Ledger;

namespace SlotBooking.Web.Features.Game;

/// <summary>Corrects somebody's points, once for each press that was answered, and shows what was corrected before.</summary>
public sealed partial class CorrectionsCard
{
    private readonly Func<Task> _correct;
    private readonly EventCallback<string> _setPoints;
    private Guid _whom;
    private Guid _id = Guid.CreateVersion7();
    private string _points = "";
    private string _reason = "";
    private string? _noPerson;
    private string? _badPoints;
    private string? _badReason;
    private string? _refusal;
    private string? _done;

    public CorrectionsCard()
    {
        _correct = () => DoAsync(CorrectAsync, Changed);
        _setPoints = EventCallback.Factory.Create<string>(this, text => (_points, _badPoints, _id) = (text, null, Guid.CreateVersion7()));
    }

    [Inject]
    private CorrectionDesk Desk { get; set; } = default!;

    private async Task CorrectAsync()
    {
        (_refusal, _done) = (null, null);
        var points = Points();
        _whom = Office.People.Any(p => p.Id == _whom) ? _whom : Guid.Empty; // somebody may have been disabled meanwhile
        _noPerson = _whom == Guid.Empty ? "Wähle eine Person." : null;
        _badPoints = points is null ? "Gib eine ganze Zahl zwischen −10000 und 10000 an, nur nicht 0." : null;
        _badReason = _reason.Trim().Length == 0 ? "Gib einen Grund an, höchstens 200 Zeichen." : null;
        if (points is not { } number || _noPerson is not null || _badReason is not null)
        {
            return;
        }

        Show(await Desk.CorrectAsync(_id, _whom, number, _reason, Account, CancellationToken.None), number);
    }

    private void Show(CorrectionAnswer answer, int points)
    {
        _refusal = answer switch
        {
            CorrectionAnswer.Done => null,
            CorrectionAnswer.Unknown => "Dieses Konto gibt es nicht mehr. Wähle eine andere Person.",
            CorrectionAnswer.NotAllowed => "Dein Konto darf das nicht.",
            _ => "Nichts eingetragen. Prüfe Punkte und Grund.",
        };
        if (answer is CorrectionAnswer.Done)
        {
            _done = T["{0} für {1} eingetragen", GameWords.Signed(points), Office.People.FirstOrDefault(p => p.Id == _whom)?.Name ?? ""];
            (_id, _points, _reason) = (Guid.CreateVersion7(), "", "");
        }
    }

    /// <summary>What is changed in the form is another correction.</summary>
    private void Renew() => _id = Guid.CreateVersion7();

    /// <summary>Also with the minus sign that pages write.</summary>
    private int? Points() =>
        int.TryParse(_points.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            && points is not 0 and >= -CorrectionDesk.Most and <= CorrectionDesk.Most
            ? points
            : null;
}
